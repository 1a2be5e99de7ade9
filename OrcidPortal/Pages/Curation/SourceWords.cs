using Microsoft.Extensions.Localization;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Curation;

/// <summary>Where a record comes from, in words.</summary>
public sealed class SourceWords(IStringLocalizer<CuratorTexts> texts)
{
    /// <summary>The kind of a source: "BibTeX file".</summary>
    /// <param name="kind">Its first parts, <c>file:bibtex</c>.</param>
    public string Kind(string kind)
    {
        var text = texts[kind == "api" ? "Source.AnyApi" : $"Source.{kind}"];
        return text.ResourceNotFound ? kind : text.Value;
    }

    /// <summary>A source entry's source: "BibTeX file refs.bib".</summary>
    /// <param name="source">For a file <c>file:format:person:file name</c>, else <c>api:name:kind:person</c>.</param>
    public string Of(string source) => source.Split(':', 4) switch
    {
        ["file", var format, _, var name] => texts["Source.File", Kind($"file:{format}"), name],
        ["api", var name, ..] => texts["Source.Api", name],
        _ => Kind(source),
    };
}
