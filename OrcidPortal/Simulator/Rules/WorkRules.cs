using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Rules;

/// <summary>What ORCID holds against a work that is well formed, in ORCID's order: the first fault is the answer.</summary>
internal static class WorkRules
{
    public static ApiError? Check(Judged judged)
    {
        var work = judged.Item;
        var ids = ItemKeys.ExternalIds(work).ToList();
        return TitleRules.CheckTitle(work, Names.Work)
            ?? VocabularyRules.Check(work.Text(Names.Common + "country"), Vocabulary.Countries, "country")
            ?? TitleRules.CheckTranslated(work, Names.Work)
            ?? VocabularyRules.CheckRequired(work.Text(Names.Work + "type"), Vocabulary.WorkTypes, "work type")
            ?? VocabularyRules.Check(work.Text(Names.Common + "language-code"), Vocabulary.LanguageCodes, "language code")
            ?? DateRules.Check(work.Element(Names.Common + "publication-date"))
            ?? Citation(work.Element(Names.Work + "citation"))
            ?? (ids.Count == 0 ? ErrorTexts.Of(9023) : null)
            ?? ExternalIdRules.CheckFundedBy(ids)
            ?? ContributorRules.Check(work, Names.Work, Vocabulary.ContributorRoles)
            ?? judged.CheckPutCode()
            ?? judged.CheckVisibility()
            ?? ExternalIdRules.Check(ids, needsSelf: true)
            ?? TooLong(work);
    }

    private static ApiError? Citation(XElement? citation)
    {
        if (citation is null) return null;
        return VocabularyRules.CheckRequired(citation.Text(Names.Work + "citation-type"), Vocabulary.CitationTypes, "citation type")
            ?? (string.IsNullOrWhiteSpace(citation.Text(Names.Work + "citation-value")) ? ErrorTexts.Of(9020, "Please specify a citation or remove the parent tag") : null);
    }

    /// <summary>A bulk is not held against the schema; what its columns cannot hold the registry then fails to store.</summary>
    private static ApiError? TooLong(XElement work)
    {
        var title = work.Element(Names.Work + "title");
        var isTooLong = title?.Elements().Any(e => e.Value.Length > 1000) == true || work.Text(Names.Work + "journal-title")?.Length > 1000
            || work.Text(Names.Work + "short-description")?.Length > 5000 || work.Text(Names.Common + "url")?.Length > 2084
            || work.Descendants(Names.Work + "credit-name").Any(n => n.Value.Length > 150);
        return isTooLong ? ErrorTexts.Of(9008) : null;
    }
}
