using System.Globalization;
using System.Text.RegularExpressions;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Mapping.Reading;

/// <summary>
/// Several DOIs of one work: the newest version's is its own; those of earlier versions and of all versions together are version-of, and
/// a file's is none of the work's. Only where the source does not say itself.
/// </summary>
internal static partial class VersionedDois
{
    internal static void Sort(List<IdentifierReading> readings)
    {
        var own = 0;
        foreach (var reading in readings)
            if (IsOpen(reading)) own++;
        if (own < 2) return;
        var dois = readings.Where(IsOpen).Select(r => (r.Value!, Version: VersionOf(r.Value!))).ToList();
        for (var i = 0; i < readings.Count; i++)
        {
            if (!IsOpen(readings[i])) continue;
            var doi = readings[i].Value!;
            if (dois.Exists(d => d.Item1 != doi && IsFileOf(doi, d.Item1))) readings[i] = readings[i] with { IsOfFile = true };
            else if (dois.Exists(d => d.Item1 != doi && IsNewer(d.Item1, doi))) readings[i] = readings[i] with { Relationship = Relationship.VersionOf };
        }
    }

    /// <summary>What is left of a DOI without its version; null where it has none.</summary>
    internal static string? RootOf(string doi) => VersionOf(doi) is (var root, > 0) ? root : null;

    private static bool IsOpen(IdentifierReading reading) =>
        reading is { Type: "doi", Value: not null, Relationship: Relationship.Self } && string.IsNullOrWhiteSpace(reading.Given.Relationship);

    /// <summary>Whether a DOI is the next version of another, or a version of the DOI that stands for all of them.</summary>
    private static bool IsNewer(string doi, string other)
    {
        var (root, version) = VersionOf(doi);
        var (otherRoot, otherVersion) = VersionOf(other);
        if (root == otherRoot) return version > otherVersion;
        // Zenodo's concept DOI is a number just below that of its first version; nothing in it says so, and it is left to the source.
        return false;
    }

    /// <summary>A DOI that goes on behind the work's with something that is no version: <c>10.7910/dvn/abc/file1</c>.</summary>
    private static bool IsFileOf(string doi, string other) =>
        doi.Length > other.Length + 1 && doi.StartsWith(other, StringComparison.Ordinal) && doi[other.Length] == '/' && VersionOf(doi).Root != VersionOf(other).Root;

    private static (string Root, int Version) VersionOf(string doi) => Version().Match(doi) is { Success: true } match
        ? (match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
        : (doi, 0);

    // A version is short: ".2", ".v2", "/v2", "/2", "-v2". A plain number behind a hyphen may be anything.
    [GeneratedRegex(@"^(10\.[0-9.]+/.*[^.\-/])(?:[./]v?|-v)([0-9]{1,3})\z")]
    private static partial Regex Version();
}
