using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace OrcidPortal.Tests.Pages;

/// <summary>Finds things as people do: by their words.</summary>
internal static class Finding
{
    /// <summary>The button (or link that looks like one) with this name: its text, or its label for those who hear it.</summary>
    public static IElement Button(this IRenderedComponent<IComponent> page, string name)
    {
        var found = page.FindAll("button, a").FirstOrDefault(b => Name(b) == name || b.TextContent.Trim() == name);
        return found ?? throw new ElementNotFoundException($"button \"{name}\"; there are: {string.Join(", ", page.FindAll("button, a").Select(Name))}");
    }

    private static string Name(IElement element) => element.GetAttribute("aria-label") ?? element.TextContent.Trim();
}
