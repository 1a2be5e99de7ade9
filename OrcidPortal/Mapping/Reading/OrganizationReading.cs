using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Mapping.Reading;

/// <summary>The organisation of a funding or position: what the record says, filled up from the directory.</summary>
/// <param name="Given">Whether the record names one at all.</param>
/// <param name="Name">As it goes; null: none.</param>
/// <param name="City">As it goes.</param>
/// <param name="Region">As it goes.</param>
/// <param name="Country">ORCID's code; null where it is missing or unknown.</param>
/// <param name="IdSource">ORCID's word for whose identifier it is; null where there is none, or it is not one of them.</param>
/// <param name="IdValue">In the form ORCID stores; null where it is missing or has not its shape.</param>
internal sealed record OrganizationReading(bool Given, string? Name, string? City, string? Region, string? Country, string? IdSource, string? IdValue)
{
    /// <summary>What goes to ORCID; null where there is nothing to name it by.</summary>
    public OrganizationMessage? ToSend => Name is null ? null
        : new OrganizationMessage(Name, City, Region, Country, IdSource is null ? null : IdValue, IdValue is null ? null : IdSource);

    public static OrganizationReading Read(RecordFields fields, MappingContext context)
    {
        var given = !string.IsNullOrWhiteSpace(fields.OrganizationName) || !string.IsNullOrWhiteSpace(fields.OrganizationId);
        var country = context.Vocabularies.Resolve(VocabularyNames.Country, fields.OrganizationCountry);
        var id = OrganizationIdForm.Read(fields.OrganizationIdSource, fields.OrganizationId);
        var (source, value) = (id?.Source ?? OrganizationIdForm.SourceOf(fields.OrganizationIdSource), id?.Value);
        var (name, city, region) = (Optional(fields.OrganizationName), Optional(fields.OrganizationCity), Optional(fields.OrganizationRegion));
        if (context.Organization is not { } known) return new OrganizationReading(given, name, city, region, country, source, value);
        // The record's own identifier counts where it is one; the directory says the rest, and its place is of one piece.
        var place = city is null && country is null ? (known.City, known.Region, known.Country) : (city ?? known.City, region, country ?? known.Country);
        return value is not null
            ? new OrganizationReading(true, name ?? known.Name, place.Item1, place.Item2, place.Item3, source, value)
            : new OrganizationReading(true, name ?? known.Name, place.Item1, place.Item2, place.Item3, known.IdSource ?? source, known.IdValue);
    }

    private static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Of(text) is { Length: > 0 } plain ? plain : null;
}
