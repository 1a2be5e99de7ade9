using System.Text.Json;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Api;

/// <summary>A record in a list.</summary>
/// <param name="Type">ORCID's type, or the source's own word where it has no equivalent.</param>
/// <param name="Problems">How many problems stand against it.</param>
/// <param name="People">Names of those whose record it is.</param>
public sealed record RecordLine(Guid Id, string Title, string? Type, int? Year, int Problems, DateTimeOffset ChangedAt, IReadOnlyList<string> People);

/// <summary>A record with all that belongs to it.</summary>
/// <param name="Version">Pass it back with a correction, and nobody's change is overwritten unseen.</param>
/// <param name="MergedInto">The record that stands for it since a curator said that they are the same; null: it is one of its own.</param>
/// <param name="Fields">The effective fields: source entries and corrections together.</param>
public sealed record RecordView(
    Guid Id, RecordKind Kind, int Version, Guid? MergedInto, FieldsView Fields, IReadOnlyList<SourceEntryView> SourceEntries, IReadOnlyList<CorrectionLine> Corrections,
    IReadOnlyList<ProblemView> Problems, IReadOnlyList<SyncItemView> SyncItems, IReadOnlyList<string> People)
{
    internal static RecordView Of(RecordDetail d, IReadOnlyList<SyncItemRow> items, VocabularySnapshot words) => new(
        d.Record.Id, d.Record.Kind, d.Record.Version, d.Record.MergedInto, FieldsView.Of(d.Record.Kind, d.Record.Fields, words),
        [.. d.SourceEntries.Select(e => new SourceEntryView(e.Source, e.LocalId, FieldsView.Of(d.Record.Kind, e.Fields, words), e.FirstSeenAt, e.LastChangedAt))],
        [.. d.Corrections.Select(c => new CorrectionLine(c.Id, c.Field, c.Key, c.Op, c.Value, c.BaseValue, c.By, c.At, c.Reason, c.RetiredAt, c.SourceMovedOn))],
        [.. d.Problems.Select(ProblemView.Of)], [.. items.Select(SyncItemView.Of)], [.. d.People.Select(p => p.LocalId)]);
}

/// <summary>The fields of a record, named as ORCID names them; those its kind does not have are left out.</summary>
/// <param name="Type">ORCID's type; null where the source's has no equivalent or there is none.</param>
/// <param name="SourceType">The type as the source names it, <c>vocabulary:value</c>.</param>
/// <param name="Others">All other single fields that are known, by name: start-date, organization-name, amount ...</param>
public sealed record FieldsView(
    string? Title, string? Subtitle, string? JournalTitle, string? ShortDescription, string? Type, string? SourceType, string? PublicationDate, string? LanguageCode, string? Url,
    IReadOnlyList<IdentifierView> ExternalIds, IReadOnlyList<ContributorView> Contributors, IReadOnlyDictionary<string, string> Others)
{
    private static readonly string[] Named =
    [
        FieldPaths.Title, FieldPaths.Subtitle, FieldPaths.JournalTitle, FieldPaths.ShortDescription, FieldPaths.Type, FieldPaths.PublicationDate, FieldPaths.LanguageCode, FieldPaths.Url,
    ];

    internal static FieldsView Of(RecordKind kind, RecordFields f, VocabularySnapshot words) => new(
        f.Title, f.Subtitle, f.JournalTitle, f.ShortDescription, words.TypeOf(kind, f.Type),
        f.Type is { } t ? $"{t.Vocabulary}:{t.Value}" : null, f.PublicationDate, f.LanguageCode, f.Url,
        [.. f.ExternalIds.Select(i => new IdentifierView(i.Key, i.Type, i.Value, i.Relationship, i.Url))],
        [.. f.Contributors.Select(c => new ContributorView(c.Key, c.Name, c.Role, c.Orcid))],
        FieldPaths.Of(kind).Where(p => !FieldPaths.IsList(p) && !Named.Contains(p) && FieldValues.Get(f, p) is not null).ToDictionary(p => p, p => FieldValues.Get(f, p)!));
}

/// <param name="Key">Names the element in a correction.</param>
/// <param name="Relationship">As the source says; null: decided by the work's type.</param>
public sealed record IdentifierView(string Key, string Type, string Value, string? Relationship, string? Url);

/// <param name="Key">Names the element in a correction.</param>
public sealed record ContributorView(string Key, string Name, string Role, string? Orcid);

/// <summary>What one source says of the record.</summary>
public sealed record SourceEntryView(string Source, string LocalId, FieldsView Fields, DateTimeOffset FirstSeenAt, DateTimeOffset LastChangedAt);

/// <summary>A correction; it counts while <paramref name="RetiredAt"/> is null.</summary>
public sealed record CorrectionLine(
    Guid Id, string Field, string? Key, CorrectionOp Op, string? Value, string? BaseValue, string By, DateTimeOffset At, string? Reason, DateTimeOffset? RetiredAt, bool SourceMovedOn);

/// <summary>A value for a field.</summary>
/// <param name="Field">A field as GET names it: title, journal-title, external-ids ...</param>
/// <param name="Key">The element of a list to replace or remove.</param>
/// <param name="Op">replace (default), add or remove.</param>
/// <param name="Value">A text; for a list an element ({"type": "doi", "value": "10.1000/1"}, {"name": "Ada Lovelace", "role": "author"}) or its short form.</param>
/// <param name="Version">The version it was read at; left away: whatever it is now.</param>
/// <param name="Reason">Why, for those who look later.</param>
public sealed record CorrectionBody(string? Field, string? Key, string? Op, JsonElement? Value, int? Version, string? Reason);

/// <param name="Version">The record's version after it.</param>
public sealed record CorrectionView(int Version);
