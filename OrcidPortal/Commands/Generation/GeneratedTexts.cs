using System.Globalization;
using System.Text;

namespace OrcidPortal.Commands.Generation;

/// <summary>Titles and abstracts of the lengths that real ones have. Pure.</summary>
internal static class GeneratedTexts
{
    private const int LongestTitle = 900;

    private static readonly string[] Remains =
    [
        "<i>Escherichia coli</i>", "CO<sub>2</sub>", "R&amp;D", "&lt;5 µm particles", "$\\alpha$-synuclein", "G{\\\"o}ttingen", "\\textit{in vivo}", "{DNA}", "10$^{-3}$ mbar", "the <b>new</b> method",
        "Erd{\\H{o}}s", "H\\&M", "<inline-formula>x</inline-formula>", "na&iuml;ve",
    ];

    private static readonly string[] Openings = ["", "", "", "On the ", "Towards ", "A survey of ", "Beyond ", "Measuring ", "Notes on ", "Modelling "];

    /// <summary>A title: half have up to 85 characters, one of a hundred 300 to 900; one of twenty-five holds remains of HTML or LaTeX.</summary>
    public static string Title(Random random, GeneratedTongue tongue)
    {
        var wanted = random.Chance(0.01) ? random.Next(300, LongestTitle) : random.LogNormal(tongue.Blank.Length == 0 ? 24 : 80, 0.45, 6, 400);
        var text = new StringBuilder(wanted + 40);
        if (tongue.Codes[0] == "en") text.Append(random.Pick(Openings));
        Append(text, random, tongue);
        while (text.Length < wanted && text.Length < LongestTitle - 100)
        {
            if (random.Chance(0.12)) text.Append(tongue.Blank.Length == 0 ? "：" : ": ");
            else text.Append(tongue.Blank).Append(random.Pick(tongue.Links)).Append(tongue.Blank);
            Append(text, random, tongue);
        }
        if (random.Chance(0.04)) text.Append(tongue.Blank).Append(random.Pick(Remains));
        if (random.Chance(0.08)) text.Append(CultureInfo.InvariantCulture, $" ({random.Next(1900, 2026)})");
        text[0] = char.ToUpper(text[0], CultureInfo.InvariantCulture);
        return text.ToString();
    }

    /// <summary>An abstract of up to 6,000 characters, half of them below 900; null for two of five.</summary>
    public static string? Abstract(Random random, GeneratedTongue tongue)
    {
        if (random.Chance(0.4)) return null;
        var wanted = random.Chance(0.004) ? random.Next(5000, 5900) : random.LogNormal(850, 0.55, 100, 4900);
        var text = new StringBuilder(wanted + 60);
        while (text.Length < wanted)
        {
            if (text.Length > 0) text.Append(tongue.Blank.Length == 0 ? "。" : ". ");
            var begin = text.Length;
            Append(text, random, tongue);
            for (var more = random.Next(1, 5); more > 0; more--)
            {
                text.Append(tongue.Blank).Append(random.Pick(tongue.Links)).Append(tongue.Blank);
                Append(text, random, tongue);
            }
            text[begin] = char.ToUpper(text[begin], CultureInfo.InvariantCulture);
        }
        return text.Append(random.Chance(0.03) ? " <p>Keywords: R&amp;D</p>" : ".").ToString();
    }

    private static void Append(StringBuilder text, Random random, GeneratedTongue tongue) => text.Append(random.Pick(tongue.Phrases));
}
