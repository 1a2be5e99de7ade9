using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Rules;

/// <summary>What ORCID holds against an affiliation that is well formed: more for educations and employments than for the other five.</summary>
internal static class AffiliationRules
{
    public static ApiError? CheckStudyOrWork(Judged judged)
    {
        return judged.CheckPutCode() ?? judged.CheckVisibility() ?? OrganizationRules.Check(judged.Item, judged.IsKnownOrganization) ?? Place() ?? Dates(judged.Item);

        ApiError? Place() => Address(judged.Item, "city") is null || Address(judged.Item, "country") is null ? ErrorTexts.Of(9060) : CheckCountry(judged.Item);
    }

    public static ApiError? CheckOther(Judged judged)
    {
        var organization = judged.Item.Element(Names.Common + "organization");
        var listed = organization?.Element(Names.Common + "disambiguated-organization");
        return judged.CheckPutCode()
            ?? judged.CheckVisibility()
            ?? (listed is null && string.IsNullOrWhiteSpace(organization?.Text(Names.Common + "name")) ? ErrorTexts.Of(9046) : null)
            ?? (listed is null ? null : OrganizationRules.CheckListed(listed, judged.IsKnownOrganization))
            ?? (listed is null && !ItemKeys.ExternalIds(judged.Item).Any() ? ErrorTexts.Of(9062) : null)
            ?? ((Address(judged.Item, "city") ?? Address(judged.Item, "region")) is not null && Address(judged.Item, "country") is null ? ErrorTexts.Of(9061) : null)
            ?? CheckCountry(judged.Item)
            ?? Dates(judged.Item);
    }

    private static ApiError? Dates(XElement item)
    {
        var (start, end) = (item.Element(Names.Common + "start-date"), item.Element(Names.Common + "end-date"));
        return DateRules.CheckCalendar(start) ?? DateRules.CheckCalendar(end) ?? (start is not null && end is not null && DateRules.EndsBeforeStart(start, end) ? ErrorTexts.Of(9055) : null);
    }

    private static ApiError? CheckCountry(XElement item) => VocabularyRules.Check(Address(item, "country"), Vocabulary.Countries, "country");

    private static string? Address(XElement item, string part) =>
        item.Element(Names.Common + "organization")?.Element(Names.Common + "address")?.Text(Names.Common + part) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
