using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Sources;

/// <summary>
/// Gives each entry of a file the id under which the next import of the file finds it again: its key, else its first identifier, else a hash of
/// title, year and first author. A key used twice with another content gets a number; a true repetition points to the first.
/// </summary>
internal sealed class LocalIds
{
    // SQL Server compares keys without case, as BibTeX does.
    private readonly Dictionary<string, List<(string Id, RecordFields Fields)>> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The id of the next entry.</summary>
    /// <returns>The id, and whether an earlier entry has the same id and content.</returns>
    public (string Id, bool Repeats) Next(string key, RecordFields fields)
    {
        var id = key.Length > 0 ? key : OfContent(fields);
        if (!_used.TryGetValue(id, out var others)) others = _used[id] = [];
        foreach (var (known, content) in others)
            if (content == fields) return (known, true);
        var own = others.Count == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}#{others.Count + 1}");
        others.Add((own, fields));
        return (own, false);
    }

    private static string OfContent(RecordFields fields)
    {
        if (fields.ExternalIds.Count > 0) return fields.ExternalIds[0].Key;
        var year = PartialDate.TryParse(fields.PublicationDate, out var date) ? date.Year.ToString(CultureInfo.InvariantCulture) : "";
        var author = fields.Contributors.Count > 0 ? fields.Contributors[0].Name : "";
        var content = string.Join('\n', fields.Title ?? fields.Url, year, author).ToLowerInvariant();
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}
