using System.Globalization;
using System.Text.RegularExpressions;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Matching;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Mapping.Matching;

/// <summary>
/// Real references as thirteen tools exported them, labelled by their DOI: two of the same DOI are the same work, two of different ones are not. Among them are two works of one title and year,
/// and errata beside the articles they mend.
/// </summary>
internal static partial class LabelledWorks
{
    /// <summary>The works of each file, those that have a DOI.</summary>
    public static IReadOnlyList<(string File, IReadOnlyList<(string Doi, MatchableWork Work)> Works)> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "asreview_*.ris").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), (IReadOnlyList<(string, MatchableWork)>)[.. Entries(f).Select(Work).OfType<(string, MatchableWork)>()]))];

    private static (string Doi, MatchableWork Work)? Work(ILookup<string, string> entry)
    {
        var doi = new[] { "DO", "M3", "UR", "L2", "L3", "AN" }.SelectMany(t => entry[t]).Select(v => DoiShape().Match(v)).Where(m => m.Success).Select(m => ExternalIdNormaliser.Normalize("doi", m.Value.TrimEnd('.'))).OfType<string>().FirstOrDefault();
        if (doi is null) return null;
        var year = entry["PY"].Concat(entry["Y1"]).Concat(entry["DA"]).Where(y => y.Length >= 4 && int.TryParse(y.AsSpan(0, 4), CultureInfo.InvariantCulture, out _)).Select(y => (int?)int.Parse(y.AsSpan(0, 4), CultureInfo.InvariantCulture)).FirstOrDefault();
        var families = entry["AU"].Concat(entry["A1"]).Select(a => a.Split(',')[0].Trim()).ToList();
        return (doi, new MatchableWork([new ExternalId("doi", doi, Relationship.Self)], entry["TI"].Concat(entry["T1"]).FirstOrDefault() ?? "", null, year, "journal-article", families));
    }

    private static IEnumerable<ILookup<string, string>> Entries(string file)
    {
        List<(string Tag, string Value)>? entry = null;
        foreach (var line in File.ReadLines(file))
        {
            if (TagShape().Match(line) is { Success: true } tagged)
            {
                var (tag, value) = (tagged.Groups[1].Value, tagged.Groups[2].Value.Trim());
                if (tag == "TY") entry = [];
                if (tag == "ER" && entry is not null)
                {
                    yield return entry.ToLookup(e => e.Tag, e => e.Value);
                    entry = null;
                }
                entry?.Add((tag, value));
            }
            else if (entry is { Count: > 0 } && line.Trim() is { Length: > 0 } more) entry[^1] = (entry[^1].Tag, entry[^1].Value + " " + more);
        }
    }

    [GeneratedRegex(@"^\uFEFF?([A-Z][A-Z0-9])  -\s?(.*)$")]
    private static partial Regex TagShape();

    [GeneratedRegex(@"10\.\d{4,9}/\S+")]
    private static partial Regex DoiShape();
}
