using System.Xml.Linq;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Messages.Names;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Writes works in the element order of the schema.</summary>
internal static class WorkXmlWriter
{
    /// <summary>What was posted, as XML: so that JSON is held against the same schema.</summary>
    public static XElement Write(PostedWork posted) => new(
        Names.Work + "work",
        posted.PutCode is null ? null : new XAttribute("put-code", posted.PutCode),
        posted.Visibility is null ? null : new XAttribute("visibility", posted.Visibility),
        Content(posted.Work));

    public static XElement Write(string orcid, StoredWork work, SourceXml source) => new(
        Names.Work + "work",
        new XAttribute("put-code", work.PutCode), new XAttribute("visibility", work.Visibility), new XAttribute("path", $"/{orcid}/work/{work.PutCode}"),
        SourceXml.Dates(work.CreatedAt, work.LastModifiedAt), source.Of(work.Source), Content(work.Work, withNormalised: true));

    public static XElement WriteSummary(string orcid, StoredWork work, SourceXml source) => new(
        Names.Work + "work-summary",
        new XAttribute("put-code", work.PutCode), new XAttribute("visibility", work.Visibility),
        new XAttribute("display-index", work.DisplayIndex), new XAttribute("path", $"/{orcid}/work/{work.PutCode}"),
        SourceXml.Dates(work.CreatedAt, work.LastModifiedAt), source.Of(work.Source),
        Title(work.Work), ExternalIds(work.Work.ExternalIds, withNormalised: true), Of(Common + "url", work.Work.Url), Of(Names.Work + "type", work.Work.Type),
        Date(work.Work.PublicationDate), Of(Names.Work + "journal-title", work.Work.JournalTitle));

    public static XElement ExternalIds(IEnumerable<ExternalIdentifier> ids, bool withNormalised) =>
        new(Common + "external-ids", ids.Select(id => ExternalId(id, withNormalised)));

    private static IEnumerable<object?> Content(Work work, bool withNormalised = false) =>
    [
        Title(work), Of(Names.Work + "journal-title", work.JournalTitle), Of(Names.Work + "short-description", work.ShortDescription),
        work.Citation is null ? null : new XElement(Names.Work + "citation", Of(Names.Work + "citation-type", work.Citation.Type), Of(Names.Work + "citation-value", work.Citation.Value)),
        Of(Names.Work + "type", work.Type), Date(work.PublicationDate),
        work.ExternalIds.Count == 0 ? null : ExternalIds(work.ExternalIds, withNormalised), Of(Common + "url", work.Url),
        work.Contributors.Count == 0 ? null : new XElement(Names.Work + "contributors", work.Contributors.Select(Contributor)),
        Of(Common + "language-code", work.LanguageCode), Of(Common + "country", work.Country),
    ];

    private static XElement? Title(Work work) => work.Title is null && work.Subtitle is null && work.TranslatedTitle is null ? null : new(
        Names.Work + "title", Of(Common + "title", work.Title), Of(Common + "subtitle", work.Subtitle),
        work.TranslatedTitle is not { } translated ? null : new XElement(
            Common + "translated-title", translated.LanguageCode is null ? null : new XAttribute("language-code", translated.LanguageCode), translated.Value));

    private static XElement? Date(FuzzyDate? date) => date is null ? null : new(
        Common + "publication-date", Of(Common + "year", date.Year), Of(Common + "month", date.Month), Of(Common + "day", date.Day));

    private static XElement ExternalId(ExternalIdentifier id, bool withNormalised)
    {
        var normalised = withNormalised ? IdentifierTypes.Normalise(id.Type, id.Value) : null;
        return new(
            Common + "external-id", Of(Common + "external-id-type", id.Type), Of(Common + "external-id-value", id.Value),
            normalised is null ? null : new XElement(Common + "external-id-normalized", new XAttribute("transient", "true"), normalised),
            normalised is not null || !withNormalised ? null : new XElement(
                Common + "external-id-normalized-error", new XAttribute("transient", "true"),
                new XElement(Common + "error-code", "8001"), new XElement(Common + "error-message", IdentifierTypes.CannotNormalise(id))),
            Of(Common + "external-id-url", id.Url), Of(Common + "external-id-relationship", id.Relationship));
    }

    private static XElement Contributor(Contributor contributor) => new(
        Names.Work + "contributor",
        contributor.Orcid is not { } orcid ? null : new XElement(
            Common + "contributor-orcid", Of(Common + "uri", orcid.Uri), Of(Common + "path", orcid.Path), Of(Common + "host", orcid.Host)),
        Of(Names.Work + "credit-name", contributor.CreditName), Of(Names.Work + "contributor-email", contributor.Email),
        contributor.Sequence is null && contributor.Role is null ? null : new XElement(
            Names.Work + "contributor-attributes",
            Of(Names.Work + "contributor-sequence", contributor.Sequence), Of(Names.Work + "contributor-role", contributor.Role)));
}
