using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping;

/// <summary>A mapped work as people can read it, before it is sent.</summary>
public static class WorkPreview
{
    /// <summary>What the message would say, line by line, in the order the ORCID record shows it; what it leaves out has no line.</summary>
    /// <param name="work">The outcome of <see cref="WorkMapper"/>.</param>
    public static IReadOnlyList<PreviewLine> Of(MappedWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var message = work.Message;
        return
        [
            .. Line(FieldPaths.Title, message.Title),
            .. Line(FieldPaths.Subtitle, message.Subtitle),
            .. Line(FieldPaths.JournalTitle, message.JournalTitle),
            .. Line(FieldPaths.PublicationDate, message.PublicationDate?.ToString()),
            .. Line(FieldPaths.Type, message.Type),
            .. message.ExternalIds.Select(id => new PreviewLine(FieldPaths.ExternalIds, id.Value, id.Type, id.Relationship)),
            .. Line(FieldPaths.Url, message.Url),
            .. message.Contributors.Select(c => new PreviewLine(FieldPaths.Contributors, c.Name ?? "", c.Role, null)),
            .. Line(FieldPaths.LanguageCode, message.LanguageCode),
            .. Line(FieldPaths.ShortDescription, message.ShortDescription),
        ];
    }

    private static IEnumerable<PreviewLine> Line(string field, string? text) => string.IsNullOrEmpty(text) ? [] : [new PreviewLine(field, text, null, null)];
}

/// <summary>One line of a preview.</summary>
/// <param name="Field">A path of <c>FieldPaths</c>; list fields have a line per element.</param>
/// <param name="Text">The value.</param>
/// <param name="Detail">An identifier's type or a contributor's role.</param>
/// <param name="Relationship">How an identifier relates to the work.</param>
public sealed record PreviewLine(string Field, string Text, string? Detail, Relationship? Relationship);
