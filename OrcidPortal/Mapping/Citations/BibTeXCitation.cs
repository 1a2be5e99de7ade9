using System.Buffers;
using System.Globalization;
using System.Text;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping.Citations;

/// <summary>Writes a work as a BibTeX entry, for the citation of ORCID's works. It says what the message says, nothing more, and no text of the work can break it.</summary>
internal static class BibTeXCitation
{
    /// <summary>The most UTF-16 units of an entry.</summary>
    internal const int Longest = 10_000;

    private const int LongestTitle = 4000;
    private const int LongestSubtitle = 1000;
    private const int LongestContainer = 1500;
    private const int LongestUrl = 1500;
    private const int LongestIdentifier = 300;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly SearchValues<char> NeverVerbatim = SearchValues.Create("{}\\");

    /// <summary>The entry for what is sent.</summary>
    /// <returns>One valid entry, at most 10,000 UTF-16 units, in lines parted by <c>\n</c>.</returns>
    internal static string Of(WorkMessage work)
    {
        var type = BibTeXEntryTypes.Of(work.Type);
        var (title, year) = (Line(work.Title), work.PublicationDate?.Year);
        var entry = new StringBuilder(512).Append('@').Append(type).Append('{');
        CitationKey.Append(entry, FirstName(work.Contributors), year, title);
        var authorsAt = entry.Length;
        AppendText(entry, "title", title, LongestTitle);
        AppendText(entry, "subtitle", Line(work.Subtitle), LongestSubtitle);
        AppendText(entry, BibTeXEntryTypes.ContainerField(type), Line(work.JournalTitle), LongestContainer);
        if (year is { } y) entry.Append(CultureInfo.InvariantCulture, $",\n  year = {{{y:0000}}}");
        if (work.PublicationDate?.Month is >= 1 and <= 12 and var month) entry.Append(",\n  month = ").Append(Months[month - 1]);
        AppendIdentifier(entry, "doi", work.ExternalIds, ofTheWorkOnly: true);
        AppendIdentifier(entry, "isbn", work.ExternalIds, ofTheWorkOnly: false);
        AppendIdentifier(entry, "issn", work.ExternalIds, ofTheWorkOnly: false);
        AppendUrl(entry, work.Url);
        return WithNames(entry, authorsAt, work.Contributors).Append("\n}\n").ToString();
    }

    /// <summary>A text as one line without control characters.</summary>
    internal static string Line(string? text) => string.IsNullOrEmpty(text) ? "" : PlainText.Fold(OrcidXml.Clean(text));

    /// <summary>Names come first, but take the room the other fields leave.</summary>
    private static StringBuilder WithNames(StringBuilder entry, int at, IReadOnlyList<WorkContributor> contributors)
    {
        if (contributors.Count == 0) return entry;
        var names = new StringBuilder(256);
        var room = Longest - entry.Length - "\n}\n".Length;
        CitedNames.Append(names, "author", contributors, CitedNames.IsAuthor, room * 3 / 4);
        CitedNames.Append(names, "editor", contributors, CitedNames.IsEditor, room - names.Length);
        return entry.Insert(at, names.ToString());
    }

    private static string? FirstName(IReadOnlyList<WorkContributor> contributors)
    {
        string? editor = null;
        for (var i = 0; i < contributors.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(contributors[i].Name)) continue;
            if (CitedNames.IsAuthor(contributors[i])) return Line(contributors[i].Name);
            if (CitedNames.IsEditor(contributors[i])) editor ??= Line(contributors[i].Name);
        }
        return editor;
    }

    /// <summary>Double braces keep the capitals as the title has them.</summary>
    private static void AppendText(StringBuilder entry, string field, string text, int longest)
    {
        if (text.Length == 0) return;
        entry.Append(",\n  ").Append(field).Append(" = {{");
        BibTeXEscapes.Append(entry, text, longest);
        entry.Append("}}");
    }

    /// <summary>A journal's ISSN and a book's ISBN are those of what the work is part of; a DOI must be the work's own.</summary>
    private static void AppendIdentifier(StringBuilder entry, string type, IReadOnlyList<ExternalId> ids, bool ofTheWorkOnly)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            var id = ids[i];
            if (id.Type != type || id.Relationship != Relationship.Self && (ofTheWorkOnly || id.Relationship != Relationship.PartOf)) continue;
            if (ExternalIdNormaliser.Normalize(type, id.Value) is not { Length: <= LongestIdentifier } value || !IsVerbatim(value)) continue;
            entry.Append(",\n  ").Append(type).Append(" = {").Append(value).Append('}');
            return;
        }
    }

    /// <summary>Addresses go as they are, for <c>\url</c> reads them so; only what BibTeX itself counts is written as an escape of the address.</summary>
    private static void AppendUrl(StringBuilder entry, string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Length > LongestUrl) return;
        var safe = url.AsSpan().ContainsAny('{', '}', '\\')
            ? url.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal)
            : url;
        if (safe.Length > LongestUrl || HasBlanks(safe)) return;
        entry.Append(",\n  url = {").Append(safe).Append('}');
    }

    private static bool IsVerbatim(string value) => !value.AsSpan().ContainsAny(NeverVerbatim) && !HasBlanks(value);

    private static bool HasBlanks(string value)
    {
        foreach (var c in value)
            if (char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c)) return true;
        return false;
    }
}
