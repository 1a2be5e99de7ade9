using System.Text.RegularExpressions;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.ToRepository;

/// <summary>Finds the UUID under which DSpace knows the item of a record.</summary>
internal static partial class ItemIds
{
    /// <summary>The UUID that a source gives as its id of the record, or in the address of the item.</summary>
    /// <returns>Null where none does.</returns>
    public static Guid? Of(IEnumerable<SourceEntry> entries) =>
        entries.OrderBy(e => e.JoinedAt ?? DateTimeOffset.MinValue).ThenBy(e => e.FirstSeenAt).Select(e => Of(e.LocalId) ?? Of(e.Fields.Url)).FirstOrDefault(id => id is not null);

    private static Guid? Of(string? text) =>
        text is null ? null : Guid.TryParseExact(text, "D", out var id) ? id : Address().Match(text) is { Success: true } match ? Guid.Parse(match.Groups[1].ValueSpan) : null;

    [GeneratedRegex("/(?:items|entities/[a-z]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
