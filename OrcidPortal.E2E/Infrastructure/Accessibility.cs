using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>The rules of axe, WCAG 2.2 AA and its good practice.</summary>
internal static class Accessibility
{
    /// <summary>Fails with each violated rule, what it means and where on the page.</summary>
    public static async Task CheckAsync(IPage page, string look)
    {
        var result = await page.RunAxe(new AxeRunOptions());
        var violations = result.Violations.Select(v => string.Join(Environment.NewLine,
            [$"{v.Id} ({v.Impact}): {v.Help}", .. v.Nodes.Take(8).Select(n => $"    {n.Target} {Short(n.Html)}{Colours(n)}")])).ToList();

        if (violations.Count > 0)
            Assert.Fail($"axe finds {violations.Count} violated rules on {page.Url}, {look}:{Environment.NewLine}{string.Join(Environment.NewLine, violations)}");
    }

    private static string Colours(AxeResultNode node) =>
        node.Any.FirstOrDefault(c => c.Id == "color-contrast") is { } contrast ? $"{Environment.NewLine}      {contrast.Message}" : "";

    private static string Short(string html) => html.Length <= 160 ? html : html[..160] + "…";
}
