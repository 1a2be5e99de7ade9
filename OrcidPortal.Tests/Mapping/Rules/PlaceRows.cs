using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;
using static OrcidPortal.Data.Entities.ProblemSeverity;
using static OrcidPortal.Data.Entities.RecordKind;
using static OrcidPortal.Tests.Mapping.Rules.WorkRows;

namespace OrcidPortal.Tests.Mapping.Rules;

/// <summary>Rules that fundings and positions break.</summary>
internal static class PlaceRows
{
    private const string ListedElement = "<common:disambiguated-organization>…</common:disambiguated-organization>";
    private const string NumberElement = "<common:disambiguated-organization-identifier>…</common:disambiguated-organization-identifier>";
    private const string SourceElement = "<common:disambiguation-source>…</common:disambiguation-source>";

    public static IReadOnlyList<RuleRow> All { get; } =
    [
        Row(ProblemCodes.ExternalIdRequired, Funding, Blocks, FieldPaths.ExternalIds, f => f with { ExternalIds = [], Url = null }, "<common:external-ids>…</common:external-ids>", "", 9023),
        Row(ProblemCodes.OrganizationDefinedTypeTooLong, Funding, Blocks, FieldPaths.OrganizationDefinedType, f => f with { OrganizationDefinedType = Long(256) }, "Early career", Long(256), 9012),
        Row(ProblemCodes.AmountInvalid, Funding, Blocks, FieldPaths.Amount, f => f with { Amount = "on request" }, ">1000.5<", ">on request<", 9054),
        Row(ProblemCodes.AmountAmbiguous, Funding, Blocks, FieldPaths.Amount, f => f with { Amount = "1,234" }, ">1000.5<", ">1,234<", 9054) with { Suggestion = "1234 / 1.23" },
        Row(ProblemCodes.AmountRequired, Funding, Warns, FieldPaths.Amount, f => f with { Amount = null }, ">1000.5<", "><", 9020),
        Row(ProblemCodes.AmountCurrencyRequired, Funding, Blocks, FieldPaths.CurrencyCode, f => f with { CurrencyCode = null }, " currency-code=\"EUR\"", "", 9012),
        Row(ProblemCodes.CurrencyInvalid, Funding, Blocks, FieldPaths.CurrencyCode, f => f with { CurrencyCode = "Taler" }, "\"EUR\"", "\"Taler\"", 9020),
        Row(ProblemCodes.EndDateWithoutStart, Funding, Blocks, FieldPaths.StartDate, f => f with { StartDate = null }, "<common:start-date>…</common:start-date>", "", 9050),
        Row(ProblemCodes.FunderRequired, Funding, Blocks, FieldPaths.OrganizationName, f => f with { OrganizationName = null, OrganizationId = null }, "<common:organization>…</common:organization>", "", 9012),
        Row(ProblemCodes.OrganizationNameRequired, Funding, Blocks, FieldPaths.OrganizationName, f => f with { OrganizationName = null }, "<common:name>Brown University", "<common:name>", 9012),
        Row(ProblemCodes.OrganizationNameTooLong, Funding, Blocks, FieldPaths.OrganizationName, f => f with { OrganizationName = Long(4001) }, "Brown University", Long(4001), 9012),
        Row(ProblemCodes.OrganizationPlaceTooLong, Funding, Blocks, FieldPaths.OrganizationRegion, f => f with { OrganizationRegion = Long(4001) }, ">RI<", $">{Long(4001)}<", 9012),
        Row(ProblemCodes.DisambiguatedOrganizationRequired, Funding, Blocks, FieldPaths.OrganizationId, f => f with { OrganizationId = null, OrganizationIdSource = null }, ListedElement, "", 9045),
        Row(ProblemCodes.DisambiguatedOrganizationValueRequired, Funding, Blocks, FieldPaths.OrganizationId, f => f with { OrganizationId = null }, NumberElement, "", 9012),
        Row(ProblemCodes.DisambiguatedOrganizationValueInvalid, Funding, Blocks, FieldPaths.OrganizationId, f => f with { OrganizationId = "https://ror.org/brown" }, "https://ror.org/05gq02987", "https://ror.org/brown", 9045),
        Row(ProblemCodes.DisambiguationSourceRequired, Funding, Blocks, FieldPaths.OrganizationIdSource, f => f with { OrganizationId = "6752", OrganizationIdSource = null }, SourceElement, "", 9012),
        Row(ProblemCodes.DisambiguationSourceInvalid, Funding, Blocks, FieldPaths.OrganizationIdSource, f => f with { OrganizationIdSource = "ISNI" }, ">ROR<", ">ISNI<", 9045),
        Row(ProblemCodes.StartDateInvalid, Employment, Blocks, FieldPaths.StartDate, f => f with { StartDate = "30.02.2010" }, "<common:month>05<", "<common:month>02<", 9049) with { Suggestion = "2010-02" },
        Row(ProblemCodes.EndDateInvalid, Employment, Blocks, FieldPaths.EndDate, f => f with { EndDate = "2012-02-31" }, "<common:month>06</common:month><common:day>29<", "<common:month>02</common:month><common:day>31<", 9049) with
        {
            Suggestion = "2012-02",
        },
        Row(ProblemCodes.StartDateRequired, Employment, Warns, FieldPaths.StartDate, f => f with { StartDate = null }, "<common:start-date>…</common:start-date>", "", 0) with { Laxer = "start-date optional at API level." },
        Row(ProblemCodes.EndDateBeforeStart, Employment, Blocks, FieldPaths.EndDate, f => f with { EndDate = "2009" }, "<common:end-date>…</common:end-date>", "<common:end-date><common:year>2009</common:year></common:end-date>", 9055),
        Row(ProblemCodes.OrganizationRequired, Employment, Blocks, FieldPaths.OrganizationName, f => f with { OrganizationName = null, OrganizationId = null }, "<common:organization>…</common:organization>", "", 9046) with
        {
            BreakContext = c => c with { Organization = null },
        },
        // ORCID asks that it knows the organisation, not that the institution does.
        Row(ProblemCodes.OrganizationUnknown, Employment, Blocks, FieldPaths.OrganizationName, f => f, "", "", 0) with
        {
            Sent = null, BreakContext = c => c with { Organization = null }, Laxer = "education & employment: org (9046), disambiguated id (9045), city+country (9060); other five: org name or disambiguated (9046)",
        },
        Row(ProblemCodes.OrganizationAddressRequired, Employment, Blocks, FieldPaths.OrganizationCity, f => f with { OrganizationCity = null, OrganizationCountry = null },
            "<common:address>…</common:address>", "<common:address><common:region>RI</common:region></common:address>", 9060),
        Row(ProblemCodes.OrganizationCityRequired, Employment, Blocks, FieldPaths.OrganizationCity, f => f with { OrganizationCity = null }, "<common:city>…</common:city>", "", 9060),
        Row(ProblemCodes.OrganizationCountryRequired, Employment, Blocks, FieldPaths.OrganizationCountry, f => f with { OrganizationCountry = null }, "<common:country>…</common:country>", "", 9060),
        Row(ProblemCodes.OrganizationCountryInvalid, Employment, Blocks, FieldPaths.OrganizationCountry, f => f with { OrganizationCountry = "Atlantis" }, ">US<", ">Atlantis<", 9037),
        Row(ProblemCodes.DepartmentNameTooLong, Employment, Blocks, FieldPaths.DepartmentName, f => f with { DepartmentName = Long(4001) }, "Physics", Long(4001), 9012),
        Row(ProblemCodes.RoleTitleTooLong, Employment, Blocks, FieldPaths.RoleTitle, f => f with { RoleTitle = Long(4001) }, "Professor", Long(4001), 9012),
    ];

    private static RuleRow Row(string code, RecordKind kind, ProblemSeverity severity, string field, Func<RecordFields, RecordFields> change, string find, string replace, int refused) =>
        new(code, kind, severity, field, change) { Sent = (find, replace), Refused = refused };
}
