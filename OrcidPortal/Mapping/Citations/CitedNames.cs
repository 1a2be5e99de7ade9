using System.Text;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping.Citations;

/// <summary>The author and editor fields of an entry.</summary>
internal static class CitedNames
{
    private const int Most = 50;
    private const int LongestName = 1500;
    private const string Others = " and others";
    private const string Editor = "editor";

    /// <summary>Who made the work itself: no editors, translators, owners or staff.</summary>
    internal static bool IsAuthor(WorkContributor contributor) => IsAuthor(contributor.Role);

    /// <inheritdoc cref="IsAuthor(WorkContributor)"/>
    internal static bool IsAuthor(string? role) => role is not (Editor or "chair-or-translator" or "assignee" or "support-staff");

    internal static bool IsEditor(WorkContributor contributor) => contributor.Role == Editor;

    /// <summary>Appends the field, at most 50 names and at most <paramref name="room"/> UTF-16 units; nothing where there are no names.</summary>
    internal static void Append(StringBuilder entry, string field, IReadOnlyList<WorkContributor> contributors, Func<WorkContributor, bool> belongs, int room)
    {
        var start = entry.Length;
        entry.Append(",\n  ").Append(field).Append(" = {");
        var end = start + room - Others.Length - 1;
        var (names, first) = (0, entry.Length);
        for (var i = 0; i < contributors.Count; i++)
        {
            if (!belongs(contributors[i]) || IsNamedAlready(contributors, i, belongs) || BibTeXCitation.Line(contributors[i].Name) is not { Length: > 0 } name) continue;
            var before = entry.Length;
            if (names > 0) entry.Append(" and ");
            AppendName(entry, name);
            if (names++ < Most && entry.Length <= end) continue;
            entry.Length = before;
            if (before > first) entry.Append(Others);
            break;
        }
        if (entry.Length == first) entry.Length = start;
        else entry.Append('}');
    }

    private static void AppendName(StringBuilder entry, string name)
    {
        var cited = CitedName.Of(name);
        if (cited.Given is null) entry.Append('{');
        BibTeXEscapes.Append(entry, cited.Family, LongestName);
        if (cited.Suffix is not null) entry.Append(", ").Append(cited.Suffix);
        if (cited.Given is null) entry.Append('}');
        else entry.Append(", ").Append(cited.Given);
    }

    /// <summary>CRediT has several roles for one person, and ORCID an entry for each. Two authors may well share a name, so others are never left out.</summary>
    private static bool IsNamedAlready(IReadOnlyList<WorkContributor> contributors, int index, Func<WorkContributor, bool> belongs)
    {
        if (contributors[index].Role?.StartsWith("http", StringComparison.Ordinal) is not true) return false;
        for (var i = Math.Max(0, index - 2 * Most); i < index; i++)
            if (belongs(contributors[i]) && contributors[i].Name == contributors[index].Name) return true;
        return false;
    }
}
