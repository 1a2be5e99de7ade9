using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation.ToRepository;

/// <summary>Which fields of works and fundings DSpace's metadata import has a column for: those that DSpace itself maps to ORCID, with what the institution says over them.</summary>
public sealed partial class DspaceColumns
{
    private static readonly IReadOnlyDictionary<string, string> Works = new Dictionary<string, string>
    {
        [FieldPaths.Title] = "dc.title",
        [FieldPaths.Type] = "dc.type",
        [FieldPaths.PublicationDate] = "dc.date.issued",
        [FieldPaths.JournalTitle] = "dc.relation.ispartof",
        [FieldPaths.ShortDescription] = "dc.description.abstract",
        [FieldPaths.LanguageCode] = "dc.language.iso",
        [$"{FieldPaths.Contributors}.author"] = "dc.contributor.author",
        [$"{FieldPaths.Contributors}.editor"] = "dc.contributor.editor",
        [$"{FieldPaths.ExternalIds}.doi"] = "dc.identifier.doi",
        [$"{FieldPaths.ExternalIds}.eid"] = "dc.identifier.scopus",
        [$"{FieldPaths.ExternalIds}.isbn"] = "dc.identifier.isbn",
        [$"{FieldPaths.ExternalIds}.issn"] = "dc.identifier.issn",
        [$"{FieldPaths.ExternalIds}.pmid"] = "dc.identifier.pmid",
        [$"{FieldPaths.ExternalIds}.wosuid"] = "dc.identifier.isi",
    };

    private static readonly IReadOnlyDictionary<string, string> Fundings = new Dictionary<string, string>
    {
        [FieldPaths.Title] = "dc.title",
        [FieldPaths.ShortDescription] = "dc.description",
        [FieldPaths.StartDate] = "project.startDate",
        [FieldPaths.EndDate] = "project.endDate",
        [FieldPaths.Amount] = "project.amount",
        [FieldPaths.CurrencyCode] = "project.amount.currency",
        [$"{FieldPaths.Contributors}.lead"] = "project.investigator",
        [$"{FieldPaths.ExternalIds}.grant_number"] = "dc.identifier",
    };

    public DspaceColumns(IOptions<CurationOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        All = [.. Of(RecordKind.Work, Works, options.Value), .. Of(RecordKind.Funding, Fundings, options.Value)];
    }

    /// <summary>Works first.</summary>
    public IReadOnlyList<DspaceColumn> All { get; }

    /// <summary>The column of a field or of a part of a list; null where there is none.</summary>
    public DspaceColumn? Find(RecordKind kind, string field, string? part) =>
        All.FirstOrDefault(c => c.Kind == kind && c.Field == field && string.Equals(c.Part, part, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with the institution's columns; null where nothing is.</summary>
    internal static string? Mistake(CurationOptions options)
    {
        foreach (var (kind, columns) in options.DspaceColumns)
        {
            if (KindOf(kind) is not { } known) return $"Curation:DspaceColumns:{kind}: only Work and Funding go back to DSpace.";
            foreach (var (field, name) in columns)
            {
                var path = field.Split('.', 2);
                if (!FieldPaths.Of(known).Contains(path[0]) || FieldPaths.IsList(path[0]) != (path.Length == 2))
                    return $"Curation:DspaceColumns:{kind}:{field}: write a field such as title or publication-date, or part of a list such as external-ids.doi or contributors.author.";
                if (!string.IsNullOrWhiteSpace(name) && !ColumnName().IsMatch(name))
                    return $"Curation:DspaceColumns:{kind}:{field}: \"{name}\" is not the name of a metadata field, such as dc.title or dc.title[en].";
            }
        }
        return null;
    }

    private static IEnumerable<DspaceColumn> Of(RecordKind kind, IReadOnlyDictionary<string, string> defaults, CurationOptions options)
    {
        var columns = new SortedDictionary<string, string>(defaults.ToDictionary(), StringComparer.OrdinalIgnoreCase);
        foreach (var (_, own) in options.DspaceColumns.Where(o => KindOf(o.Key) == kind))
            foreach (var (field, name) in own) columns[field] = name;
        foreach (var (field, name) in columns.Where(c => !string.IsNullOrWhiteSpace(c.Value)))
        {
            var path = field.Split('.', 2);
            yield return new DspaceColumn(kind, path[0], path.Length == 2 ? path[1] : null, name.Trim());
        }
    }

    private static RecordKind? KindOf(string name) =>
        name.Equals(nameof(RecordKind.Work), StringComparison.OrdinalIgnoreCase) ? RecordKind.Work : name.Equals(nameof(RecordKind.Funding), StringComparison.OrdinalIgnoreCase) ? RecordKind.Funding : null;

    [GeneratedRegex(@"^\s*[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){1,2}(\[[A-Za-z_-]*\])?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnName();
}
