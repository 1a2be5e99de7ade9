using Microsoft.Extensions.Localization;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Pages.Parts;

/// <summary>Texts that some kinds have of their own.</summary>
internal static class KindTexts
{
    /// <summary>The kind's own text (<c>Field.content.Keyword</c>) where there is one, else the one for all (<c>Field.content</c>).</summary>
    public static LocalizedString For(this IStringLocalizer texts, RecordKind kind, string name) =>
        texts[$"{name}.{kind}"] is { ResourceNotFound: false } own ? own
        : kind.IsAffiliation() && texts[$"{name}.Affiliation"] is { ResourceNotFound: false } position ? position
        : texts[name];
}
