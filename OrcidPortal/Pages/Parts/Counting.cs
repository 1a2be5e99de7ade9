using Microsoft.Extensions.Localization;

namespace OrcidPortal.Pages.Parts;

internal static class Counting
{
    /// <summary>The text for this many: <c>key.One</c> for one, else <c>key</c>; the number is {0}.</summary>
    public static string Count(this IStringLocalizer texts, string key, int n, params object[] more) => texts[n == 1 ? key + ".One" : key, [n, .. more]];
}
