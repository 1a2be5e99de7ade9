using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>Reads a request into the form corrections keep, or says what is wrong with it. Pure.</summary>
internal static class CorrectionReading
{
    private static readonly string[] FundingTypes = ["grant", "contract", "award", "salary-award"];

    /// <summary>A request that can be a correction.</summary>
    /// <param name="Key">The element it concerns; null for a single field.</param>
    /// <param name="Value">As kept; null removes.</param>
    public sealed record Readable(string Field, string? Key, CorrectionOp Op, string? Value);

    /// <summary>Reads a request against the record's effective fields.</summary>
    /// <returns>Exactly one of both.</returns>
    public static (Readable? Readable, CorrectionResult.Invalid? Invalid) Read(CorrectionRequest request, RecordKind kind, RecordFields current)
    {
        if (!FieldPaths.TryParse(request.Field, out var field) || !FieldPaths.Of(kind).Contains(field))
            return (null, new(request.Field ?? "", $"There is no field \"{request.Field}\" here. The fields are {string.Join(", ", FieldPaths.Of(kind))}."));
        if (field == FieldPaths.ExternalIds) return Element(request, field, Identifier(kind, request.Value), i => i.Key, "Give the identifier as {\"type\": \"doi\", \"value\": \"10.1000/1\"} or doi:10.1000/1.", current);
        if (field == FieldPaths.Contributors) return Element(request, field, Contributor(request, current), c => c.Key, "Give the contributor as {\"name\": \"Ada Lovelace\", \"role\": \"author\"} or as a name.", current);
        return Single(request, kind, field);
    }

    private static (Readable?, CorrectionResult.Invalid?) Single(CorrectionRequest request, RecordKind kind, string field)
    {
        if (request.Op == CorrectionOp.Add) return (null, new(field, $"The field {field} has one value: replace it."));
        var value = request.Op == CorrectionOp.Remove ? null : FieldCleaning.Clean(request.Value, 20_000);
        if (field is FieldPaths.PublicationDate or FieldPaths.StartDate or FieldPaths.EndDate && value is not null && !PartialDate.TryParse(value, out _))
            return (null, new(field, $"\"{value}\" is not a date. Write 2019, 2019-05 or 2019-05-03."));
        if (field == FieldPaths.Type && value is not null && !value.Contains(':', StringComparison.Ordinal))
        {
            if (kind == RecordKind.Work && !WorkTypes.Orcid.Contains(value))
                return (null, new(field, $"\"{value}\" is not a type ORCID knows. Choose one of its types, for example journal-article."));
            if (kind == RecordKind.Funding && !FundingTypes.Contains(value)) return (null, new(field, $"\"{value}\" is not a type ORCID knows. Its types are {string.Join(", ", FundingTypes)}."));
        }
        return (new Readable(field, null, CorrectionOp.Replace, value), null);
    }

    private static (Readable?, CorrectionResult.Invalid?) Element<T>(
        CorrectionRequest request, string field, T? element, Func<T, string> keyOf, string howTo, RecordFields current) where T : class
    {
        if (request.Op != CorrectionOp.Remove && element is null) return (null, new(field, howTo));
        if (request.Op == CorrectionOp.Add)
        {
            var added = keyOf(element!);
            return FieldValues.Get(current, field, added) is not null
                ? (null, new(field, $"The record already has {added}."))
                : (new Readable(field, added, CorrectionOp.Add, FieldValues.Write(element!)), null);
        }
        var key = request.Key ?? (element is null ? null : keyOf(element));
        if (key is null || FieldValues.Get(current, field, key) is null)
            return (null, new(field, $"The record has no element \"{key}\". Look at its elements again: it may have been changed."));
        return (new Readable(field, key, request.Op, request.Op == CorrectionOp.Remove ? null : FieldValues.Write(element!)), null);
    }

    private static FieldIdentifier? Identifier(RecordKind kind, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var id = value.TrimStart().StartsWith('{')
            ? FieldValues.Read<FieldIdentifier>(value)
            : value.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } type, { Length: > 0 } text] ? new FieldIdentifier(type, text) : null;
        return id is null or { Type: null } or { Value: null } ? null
            : FieldCleaning.Clean(kind, new RecordFields { ExternalIds = [id] }).ExternalIds is [var clean] ? clean : null;
    }

    private static FieldContributor? Contributor(CorrectionRequest request, RecordFields current)
    {
        if (string.IsNullOrWhiteSpace(request.Value)) return null;
        var given = request.Value.TrimStart().StartsWith('{')
            ? FieldValues.Read<FieldContributor>(request.Value)
            : new FieldContributor("", request.Value, current.Contributors.FirstOrDefault(c => c.Key == request.Key)?.Role ?? "author");
        if (string.IsNullOrWhiteSpace(given?.Name)) return null;
        var key = request.Op == CorrectionOp.Replace && request.Key is { } replaced ? replaced : $"added:{given.Role ?? "author"}:{given.Name}";
        return FieldCleaning.Clean(RecordKind.Work, new RecordFields { Contributors = [given with { Key = key, Role = given.Role ?? "author" }] }).Contributors is [var clean] ? clean : null;
    }
}
