using System.Text.Json.Serialization;

namespace OrcidPortal.Records.Organizations;

/// <summary>An organisation of a ROR data dump, schema 2; what the directory does not keep is left out.</summary>
internal sealed record RorEntry
{
    [JsonPropertyName("id")] public string? Id { get; init; }
    [JsonPropertyName("status")] public string? Status { get; init; }
    [JsonPropertyName("names")] public IReadOnlyList<RorName>? Names { get; init; }
    [JsonPropertyName("locations")] public IReadOnlyList<RorLocation>? Locations { get; init; }
    [JsonPropertyName("external_ids")] public IReadOnlyList<RorExternalId>? ExternalIds { get; init; }
}

internal sealed record RorName
{
    [JsonPropertyName("value")] public string? Value { get; init; }
    [JsonPropertyName("lang")] public string? Language { get; init; }
    [JsonPropertyName("types")] public IReadOnlyList<string>? Types { get; init; }
}

internal sealed record RorLocation
{
    [JsonPropertyName("geonames_details")] public RorPlace? Place { get; init; }
}

internal sealed record RorPlace
{
    [JsonPropertyName("name")] public string? Name { get; init; }
    [JsonPropertyName("country_code")] public string? CountryCode { get; init; }
    [JsonPropertyName("country_subdivision_name")] public string? Region { get; init; }
}

internal sealed record RorExternalId
{
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("preferred")] public string? Preferred { get; init; }
    [JsonPropertyName("all")] public IReadOnlyList<string>? All { get; init; }
}
