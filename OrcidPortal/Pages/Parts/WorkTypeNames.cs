using Microsoft.Extensions.Localization;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Parts;

/// <summary>A work's type as people read it.</summary>
public sealed class WorkTypeNames(IStringLocalizer<FrameTexts> texts)
{
    /// <summary>The text of the type where the resources have one, else its own words: <c>journal-article</c> becomes "Journal article".</summary>
    /// <returns>Null where there is no type.</returns>
    public string? Of(string? type)
    {
        if (string.IsNullOrWhiteSpace(type)) return null;
        var text = texts[$"Type.{type}"];
        if (!text.ResourceNotFound) return text;
        var words = type.Replace('-', ' ').Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
