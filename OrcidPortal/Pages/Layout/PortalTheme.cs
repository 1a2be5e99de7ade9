using MudBlazor;

namespace OrcidPortal.Pages.Layout;

/// <summary>Neutral greys and one deep blue. Every text colour reaches 4.5 : 1 on both of its backgrounds, in both looks (a test holds it).</summary>
internal static class PortalTheme
{
    private static readonly string[] SystemFonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1d4273", PrimaryContrastText = "#ffffff",
            Secondary = "#4d5661", SecondaryContrastText = "#ffffff",
            Background = "#f5f6f8", BackgroundGray = "#eceef1", Surface = "#ffffff",
            AppbarBackground = "#ffffff", AppbarText = "#1b1f24",
            DrawerBackground = "#ffffff", DrawerText = "#1b1f24", DrawerIcon = "#4d5661",
            TextPrimary = "#1b1f24", TextSecondary = "#535b65", TextDisabled = "#6b737d",
            ActionDefault = "#4d5661", ActionDisabled = "#8a929b",
            Divider = "#d8dce1", LinesDefault = "#d8dce1", LinesInputs = "#767e88", TableLines = "#e2e5e9", TableHover = "#f0f2f5",
            Success = "#1c6b3a", SuccessContrastText = "#ffffff", Warning = "#855000", WarningContrastText = "#ffffff",
            Error = "#b3261e", ErrorContrastText = "#ffffff", Info = "#1d4273", InfoContrastText = "#ffffff",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#a8c6f2", PrimaryContrastText = "#0f2340",
            Secondary = "#b4bcc6", SecondaryContrastText = "#14171a",
            Background = "#14171a", BackgroundGray = "#1a1e22", Surface = "#1e2226",
            AppbarBackground = "#1e2226", AppbarText = "#e8eaed",
            DrawerBackground = "#1e2226", DrawerText = "#e8eaed", DrawerIcon = "#b4bcc6",
            TextPrimary = "#e8eaed", TextSecondary = "#adb5be", TextDisabled = "#8b939c",
            ActionDefault = "#b4bcc6", ActionDisabled = "#6b737d",
            Divider = "#363c43", LinesDefault = "#363c43", LinesInputs = "#858d97", TableLines = "#2e3439", TableHover = "#262b30",
            Success = "#83d39f", SuccessContrastText = "#10201a", Warning = "#f2b859", WarningContrastText = "#241a08",
            Error = "#ff9d94", ErrorContrastText = "#2b0c09", Info = "#a8c6f2", InfoContrastText = "#0f2340",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerWidthLeft = "232px", AppbarHeight = "56px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemFonts, FontSize = "0.9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = SystemFonts, FontSize = "0.9375rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = SystemFonts, FontSize = "0.9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = SystemFonts, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        },
    };
}
