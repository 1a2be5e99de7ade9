using System.Globalization;
using System.Text;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Sources;

/// <summary>A name as a file gives it.</summary>
/// <param name="Family">Family name with its particles; null for a corporate or unstructured name.</param>
/// <param name="Given">Given names, or null.</param>
/// <param name="Suffix">Jr., III ...</param>
/// <param name="Literal">The whole name where its parts are not known.</param>
/// <param name="Orcid">An iD the file claims.</param>
internal sealed record PersonName(string? Family, string? Given = null, string? Suffix = null, string? Literal = null, string? Orcid = null)
{
    /// <summary>As it is read: given, family, suffix.</summary>
    public string Display => Literal ?? string.Join(' ', new[] { Given, Family, Suffix }.Where(p => p is not null));

    /// <summary>
    /// Contributors of one role. A key is the role and the name, so that it stays when others come or go or change places; the second of a name is counted.
    /// </summary>
    public static IEnumerable<FieldContributor> ToContributors(IEnumerable<PersonName> names, string role)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.Display.Length == 0) continue;
            var key = $"{role}:{Slug(name.Literal ?? $"{name.Family} {name.Given}")}";
            var count = seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return new FieldContributor(count == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}:{count}"), name.Display, role, name.Given, name.Family, name.Orcid);
        }
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (slug.Length >= 120) break;
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }
}
