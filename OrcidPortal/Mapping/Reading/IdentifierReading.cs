using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Mapping.Reading;

/// <summary>One identifier of a record as it was understood; what is wrong with it is left to the rules.</summary>
/// <param name="Given">As the record has it.</param>
/// <param name="Type">ORCID's type; the given word in lower case where ORCID knows none.</param>
/// <param name="TypeKnown">Whether ORCID knows the type.</param>
/// <param name="Value">What would be sent; null where the given value has not the shape of its type.</param>
/// <param name="Relationship">How it relates to the record.</param>
/// <param name="RelationshipKnown">Whether the record says so in one of ORCID's words, or leaves it to us.</param>
/// <param name="Url">Where it leads; null: nowhere.</param>
/// <param name="UrlUsable">Whether the given link, if any, is one.</param>
internal sealed record IdentifierReading(
    FieldIdentifier Given, string Type, bool TypeKnown, string? Value, Relationship Relationship, bool RelationshipKnown, string? Url, bool UrlUsable)
{
    private static readonly HashSet<string> Shaped = ["doi", "arxiv", "isbn", "issn", "pmid", "pmc", "bibcode", "rrid", "uri"];
    private static readonly HashSet<string> Funding = ["grant_number", "proposal-id", "uri", "doi"];

    /// <summary>Of a file inside the work, not of the work: never sent.</summary>
    internal bool IsOfFile { get; init; }

    /// <summary>ORCID takes funded-by only with identifiers that can name a grant (9020).</summary>
    internal bool FundedByAllowed => Relationship != Relationship.FundedBy || Funding.Contains(Type);

    /// <summary>What goes to ORCID; null where it is left out.</summary>
    internal ExternalId? ToSend { get; private init; }

    /// <summary>Reads all identifiers of a record.</summary>
    internal static IReadOnlyList<IdentifierReading> ReadAll(RecordKind kind, RecordFields fields, string? type, VocabularySnapshot words)
    {
        if (fields.ExternalIds.Count == 0) return [];
        var readings = new List<IdentifierReading>(fields.ExternalIds.Count);
        foreach (var id in fields.ExternalIds) readings.Add(Read(id, kind, type, words));
        if (kind == RecordKind.Work) VersionedDois.Sort(readings);
        for (var i = 0; i < readings.Count; i++) readings[i] = readings[i].Finished();
        return readings;
    }

    private IdentifierReading Finished() => this with
    {
        ToSend = TypeKnown && Value is not null && FundedByAllowed && !IsOfFile ? new ExternalId(Type, Value, Relationship, Url) : null,
    };

    private static IdentifierReading Read(FieldIdentifier given, RecordKind kind, string? recordType, VocabularySnapshot words)
    {
        var word = PlainText.Lower(given.Type);
        var type = ExternalIdTypes.IsKnown(word) ? word : words.Resolve(VocabularyNames.IdentifierType, word) ?? word;
        var value = ValueOf(type, given.Value);
        var usable = WebAddress.TryRead(given.Url, out var url);
        if (!usable && value is not null && WebAddress.TryRead(ExternalIdTypes.UrlOf(type, ExternalIdNormaliser.Normalize(type, value) ?? value), out var made)) url = made;
        var known = RelationshipOf(given.Relationship);
        return new IdentifierReading(
            given,
            type,
            ExternalIdTypes.IsKnown(type),
            value,
            known ?? ByType(kind, recordType, type, words),
            known is not null || string.IsNullOrWhiteSpace(given.Relationship),
            url,
            usable || string.IsNullOrWhiteSpace(given.Url));
    }

    /// <summary>A grant number names the funding itself, and funds a work; positions have identifiers of their own.</summary>
    private static Relationship ByType(RecordKind kind, string? recordType, string type, VocabularySnapshot words) =>
        kind != RecordKind.Work ? Relationship.Self : RelationshipOf(words.Relationship(recordType, type)) ?? Relationship.Self;

    /// <summary>Types with a shape go in the form ORCID compares; others as given, since their letters may matter to whoever follows them.</summary>
    private static string? ValueOf(string type, string? given)
    {
        var text = PlainText.Fold(OrcidXml.Clean(given ?? ""));
        if (text.Length == 0 || ExternalIdNormaliser.Normalize(type, text) is not { } normalised) return null;
        if (type == "uri") return WebAddress.TryRead(normalised, out var url) || normalised.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) ? url ?? normalised : null;
        if (type == "handle") return text[^normalised.Length..];
        return Shaped.Contains(type) ? normalised : text;
    }

    private static Relationship? RelationshipOf(string? word) => PlainText.Lower(word).Replace('_', '-') switch
    {
        "self" => Relationship.Self,
        "part-of" => Relationship.PartOf,
        "version-of" => Relationship.VersionOf,
        "funded-by" => Relationship.FundedBy,
        _ => null,
    };
}
