namespace OrcidPortal.Simulator.Screens;

/// <summary>The languages ORCID's pages come in.</summary>
internal static class Languages
{
    public const string English = "en";

    private static readonly string[] Known = ["ar", "cs", English, "es", "fr", "de", "it", "ja", "ko", "pl", "pt", "ru", "tr", "zh_CN", "zh_TW"];

    /// <returns>As HTML writes it, such as <c>zh-CN</c>; English for one that ORCID has not.</returns>
    public static string Tag(string? lang) =>
        Known.FirstOrDefault(k => k.Equals(lang?.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))?.Replace('_', '-') ?? English;
}
