using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>
/// The name of an organisation has 1 to 4,000 characters. Employment and education need its city and country (9060), the other positions a country
/// where a city or region is given (9061); for a funder ORCID asks for neither, and what DSpace asks for warns.
/// </summary>
internal sealed class OrganizationPlaceRule : IRule
{
    private const int Longest = 4000;

    public void Check(RecordReading reading, Findings findings)
    {
        var place = reading.Organization;
        if (!place.Given) return;
        if (place.Name is null) findings.Block(ProblemCodes.OrganizationNameRequired, FieldPaths.OrganizationName, reading.Fields.OrganizationId);
        else if (place.Name.Length > Longest) findings.Block(ProblemCodes.OrganizationNameTooLong, FieldPaths.OrganizationName, place.Name.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (place.City?.Length > Longest) findings.Block(ProblemCodes.OrganizationPlaceTooLong, FieldPaths.OrganizationCity, place.City.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (place.Region?.Length > Longest) findings.Block(ProblemCodes.OrganizationPlaceTooLong, FieldPaths.OrganizationRegion, place.Region.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var strict = reading.Kind is RecordKind.Employment or RecordKind.Education;
        if (place is { City: null, Country: null } && string.IsNullOrWhiteSpace(reading.Fields.OrganizationCountry))
        {
            Say(strict, ProblemCodes.OrganizationAddressRequired, FieldPaths.OrganizationCity, null);
            return;
        }
        if (place.City is null) Say(strict, ProblemCodes.OrganizationCityRequired, FieldPaths.OrganizationCity, null);
        if (place.Country is not null) return;
        // Left out, an unknown country would make a city stand alone.
        var blocks = reading.Kind != RecordKind.Funding && (strict || place.City is not null || place.Region is not null);
        if (string.IsNullOrWhiteSpace(reading.Fields.OrganizationCountry)) Say(blocks, ProblemCodes.OrganizationCountryRequired, FieldPaths.OrganizationCountry, null);
        else Say(blocks, ProblemCodes.OrganizationCountryInvalid, FieldPaths.OrganizationCountry, reading.Fields.OrganizationCountry);

        void Say(bool block, string code, string field, string? value)
        {
            if (block) findings.Block(code, field, value);
            else findings.Warn(code, field, value);
        }
    }
}
