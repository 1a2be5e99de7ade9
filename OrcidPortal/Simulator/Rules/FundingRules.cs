using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Rules;

/// <summary>What ORCID holds against a funding that is well formed, in ORCID's order.</summary>
internal static class FundingRules
{
    private static readonly HashSet<string> Roles = [.. Vocabulary.FundingContributorRoles, .. Vocabulary.ContributorRoles.Where(r => r.StartsWith("http", StringComparison.Ordinal))];

    public static ApiError? Check(Judged judged)
    {
        var funding = judged.Item;
        var ids = ItemKeys.ExternalIds(funding).ToList();
        var (start, end) = (funding.Element(Names.Common + "start-date"), funding.Element(Names.Common + "end-date"));
        return TitleRules.CheckTitle(funding, Names.Funding)
            ?? TitleRules.CheckTranslated(funding, Names.Funding)
            ?? VocabularyRules.CheckRequired(funding.Text(Names.Funding + "type"), Vocabulary.FundingTypes, "funding type")
            ?? (ids.Count == 0 ? ErrorTexts.Of(9023) : null)
            ?? Amount(funding.Element(Names.Funding + "amount"))
            ?? judged.CheckPutCode()
            ?? OrganizationRules.Check(funding, judged.IsKnownOrganization)
            ?? ContributorRules.Check(funding, Names.Funding, Roles)
            ?? DateRules.CheckCalendar(start)
            ?? DateRules.CheckCalendar(end)
            ?? (start is null && end is not null ? ErrorTexts.Of(9050) : null)
            ?? judged.CheckVisibility()
            ?? ExternalIdRules.Check(ids, needsSelf: false);
    }

    private static ApiError? Amount(XElement? amount)
    {
        if (amount is null) return null;
        var currency = amount.Attribute("currency-code")?.Value;
        if (string.IsNullOrWhiteSpace(amount.Value)) return ErrorTexts.Of(9020, "Please specify an amount or remove the amount tag");
        if (string.IsNullOrWhiteSpace(currency) || !Vocabulary.Currencies.Contains(currency)) return ErrorTexts.Of(9020, "Please specify a currency code");
        return double.TryParse(amount.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? null : ErrorTexts.Of(9054);
    }
}
