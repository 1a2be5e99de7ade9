using Microsoft.Extensions.Localization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Texts;
using OrcidPortal.Records;

namespace OrcidPortal.Pages.Curation;

/// <summary>The value of a field or element, as corrections keep it, as people read it: in one line.</summary>
public sealed class FieldTexts(FieldChoices choices, IStringLocalizer<CuratorTexts> texts)
{
    private const int Longest = 300;

    /// <summary>The value in words, cut where it is long; "none" for nothing.</summary>
    public string Of(RecordKind kind, string field, string? value)
    {
        if (value is null) return texts["None"];
        var text = field switch
        {
            FieldPaths.ExternalIds => FieldValues.Read<FieldIdentifier>(value) is { } id ? Identifier(kind, id) : value,
            FieldPaths.Contributors => FieldValues.Read<FieldContributor>(value) is { } contributor ? $"{contributor.Name} ({texts.For(kind, $"Role.{contributor.Role}") switch { { ResourceNotFound: false } role => role, _ => contributor.Role }})" : value,
            FieldPaths.Type when value.Split(':', 2) is [_, var word] => word,
            _ when choices.Of(kind, field).Any(c => c.Value == value) => choices.NameOf(field, value),
            _ => value,
        };
        return text.Length > Longest ? text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…" : text;
    }

    private string Identifier(RecordKind kind, FieldIdentifier id) =>
        $"{id.Type} {id.Value}{(id.Relationship is { } relationship && texts.For(kind, $"Rel.{relationship}") is { ResourceNotFound: false } words ? $" ({words})" : "")}{(id.Url is { } url ? $", {url}" : "")}";
}
