using System.Text;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>BibTeX files to hand in.</summary>
internal static class Bibliography
{
    /// <summary>Somebody's own list of about two hundred works, where the real files lie beside the checkout; else one made here.</summary>
    public static byte[] Long() => RealFiles.Find("bibtex/jabref_jabref-authors.bib") is { } file ? File.ReadAllBytes(file) : Of(212);

    /// <summary>Sound articles, each with a DOI of its own.</summary>
    /// <param name="count">How many.</param>
    public static byte[] Of(int count) => Text(string.Join('\n', Enumerable.Range(1, count).Select(i =>
        $"@article{{w{i}, title={{Observations in a series, part {i}}}, author={{Josiah Carberry}}, year={2000 + i % 20}, doi={{10.1000/series.{i}}}}}")));

    public static byte[] Text(string entries) => Encoding.UTF8.GetBytes(entries);
}
