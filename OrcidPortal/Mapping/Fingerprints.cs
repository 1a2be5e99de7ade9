using System.Security.Cryptography;
using System.Text;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>
/// One value for what a reader of the ORCID record sees of a work: title, subtitle, type, date, journal, identifiers, link. Citation, abstract, contributors and language
/// are not in it, so that a change of these alone sends nothing and fills no inbox.
/// </summary>
public static class Fingerprints
{
    private const string Unit = "\u001F";

    /// <summary>Computes it, for what we would send and for what was read back alike.</summary>
    /// <param name="work">Spaces, the order of identifiers, their links and the spelling of addresses do not count.</param>
    /// <returns>64 hexadecimal digits, lower case.</returns>
    public static string Of(WorkMessage work)
    {
        var ids = work.ExternalIds.Select(id => $"{PlainText.Composed(id.Key)}={RelationshipNames.Write(id.Relationship)}").Distinct().Order(StringComparer.Ordinal);
        string[] parts =
        [
            "1",
            Text(work.Title),
            Text(work.Subtitle),
            Text(work.Type).ToLowerInvariant(),
            work.PublicationDate?.ToString() ?? "",
            Text(work.JournalTitle),
            Address(work.Url),
            .. ids,
        ];
        // No part can hold the separator: control characters are taken out of each.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Unit, parts))));
    }

    private static string Text(string? text) => string.IsNullOrWhiteSpace(text) ? "" : PlainText.Composed(text);

    private static string Address(string? url) => WebAddress.TryRead(url, out var read) ? new Uri(read).AbsoluteUri : Text(url);
}
