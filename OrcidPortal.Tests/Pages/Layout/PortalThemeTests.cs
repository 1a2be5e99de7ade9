using System.Globalization;
using MudBlazor;
using MudBlazor.Utilities;
using OrcidPortal.Pages.Layout;

namespace OrcidPortal.Tests.Pages.Layout;

public sealed class PortalThemeTests
{
    public static TheoryData<bool> Looks => [false, true];

    [Theory, MemberData(nameof(Looks))]
    public void Every_text_colour_reaches_4_5_to_1_on_its_backgrounds(bool dark)
    {
        Palette p = dark ? PortalTheme.Theme.PaletteDark : PortalTheme.Theme.PaletteLight;
        (string, MudColor, MudColor)[] pairs =
        [
            .. new[] { ("page", p.Background), ("card", p.Surface) }.SelectMany(b => new[]
            {
                ($"text on {b.Item1}", p.TextPrimary, b.Item2), ($"soft text on {b.Item1}", p.TextSecondary, b.Item2), ($"primary on {b.Item1}", p.Primary, b.Item2),
                ($"error on {b.Item1}", p.Error, b.Item2), ($"warning on {b.Item1}", p.Warning, b.Item2), ($"success on {b.Item1}", p.Success, b.Item2),
            }),
            ("on primary", p.PrimaryContrastText, p.Primary), ("on error", p.ErrorContrastText, p.Error), ("on warning", p.WarningContrastText, p.Warning),
            ("on success", p.SuccessContrastText, p.Success), ("bar", p.AppbarText, p.AppbarBackground), ("drawer", p.DrawerText, p.DrawerBackground),
        ];

        var weak = pairs.Where(c => Contrast(c.Item2, c.Item3) < 4.5).Select(c => c.Item1);

        weak.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("light", ":root {")]
    [InlineData("dark", ":root[data-look=\"dark\"] {")]
    public void Chips_and_ribbon_reach_4_5_to_1(string look, string block)
    {
        var css = File.ReadAllText(Path.Combine(Folder(), "portal.css"));
        var body = css[css.IndexOf(block, StringComparison.Ordinal)..];
        var colours = body[..body.IndexOf('}', StringComparison.Ordinal)].Split(';')
            .Select(d => d.Split("--", 2)).Where(d => d.Length == 2).Select(d => d[1].Split(':', 2))
            .ToDictionary(d => d[0].Trim(), d => new MudColor(d[1].Trim()));

        var weak = new[] { "good", "wait", "ask", "act", "off" }.Where(t => Contrast(colours[t], colours[$"{t}-bg"]) < 4.5).ToList();

        weak.ShouldBeEmpty(look);
        Contrast(colours["amber-ink"], colours["amber"]).ShouldBeGreaterThan(4.5);
        Contrast(colours["soft"], colours["page"]).ShouldBeGreaterThan(4.5);
        Contrast(colours["accent"], colours["card"]).ShouldBeGreaterThan(4.5);
    }

    /// <summary>WCAG 2.2: (L1 + 0.05) / (L2 + 0.05).</summary>
    private static double Contrast(MudColor a, MudColor b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(MudColor c) => (0.2126 * Linear(c.R)) + (0.7152 * Linear(c.G)) + (0.0722 * Linear(c.B));

    private static double Linear(byte channel)
    {
        var v = channel / 255d;
        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "OrcidPortal", "wwwroot"))) return Path.Combine(folder.FullName, "OrcidPortal", "wwwroot");
        throw new DirectoryNotFoundException(string.Create(CultureInfo.InvariantCulture, $"No wwwroot above {AppContext.BaseDirectory}."));
    }
}
