using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>Looks at what the lines of a file would do to the directory; changes nothing.</summary>
internal sealed class OrganizationPlanning(PortalDb db, Func<Organization, IReadOnlyList<OrganizationId>> ordered)
{
    private const int Chunk = 250;
    private readonly Dictionary<Guid, int> _said = [];
    private readonly Dictionary<(string Source, string Value), int> _claimed = [];
    private readonly Dictionary<(string Form, string? Country), int> _new = [];

    public async Task<IReadOnlyList<(OrganizationChange Change, OrganizationDraft? Draft)>> RunAsync(IEnumerable<OrganizationFileLine> lines, CancellationToken cancellationToken)
    {
        var all = new List<(OrganizationChange, OrganizationDraft?)>();
        foreach (var chunk in lines.Chunk(Chunk))
        {
            var meant = await OrganizationMeant.FindAsync(db, chunk, cancellationToken);
            var ids = meant.Values.Select(m => m.Id).OfType<Guid>().Distinct().ToArray();
            var there = await db.Organizations.AsNoTracking().AsSplitQuery().Include(o => o.Identifiers).Include(o => o.Names).Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
            foreach (var line in chunk)
                all.Add(meant[line.Line] is { Sentence: { } sentence } ? (Refused(line, sentence), null) : await LookAsync(line, there.GetValueOrDefault(meant[line.Line].Id ?? default), cancellationToken));
        }
        return all;
    }

    private async Task<(OrganizationChange, OrganizationDraft?)> LookAsync(OrganizationFileLine line, Organization? there, CancellationToken cancellationToken)
    {
        if (there is not null && !_said.TryAdd(there.Id, line.Line)) return (Refused(line, $"Line {_said[there.Id]} is about the same organisation. Put both into one line."), null);
        var before = there is null ? null : OrganizationCells.Of(there, ordered(there));
        if (there is not null && line.Cells.SayNothingBeyond(before!)) return (new OrganizationChange(line.Line, FileOutcome.Same, there.Id, there.Name, []), null);
        var (draft, invalid) = OrganizationChecks.Check(Draft(line.Cells, there));
        if (draft is null) return (Refused(line, invalid!.Sentence), null);
        var name = (OrganizationKeys.NameForm(draft.Name), draft.Country);
        if (there is null && !_new.TryAdd(name, line.Line)) return (Refused(line, $"Line {_new[name]} adds an organisation of this name, too. Put both into one line."), null);
        foreach (var id in draft.Identifiers ?? [])
            if (!_claimed.TryAdd((id.Source, id.Value), line.Line)) return (Refused(line, $"Line {_claimed[(id.Source, id.Value)]} gives {id.Source} {id.Value} to another organisation."), null);
        if (draft.Identifiers is { } wanted && await OrganizationSaving.TakenAsync(db, there?.Id ?? default, wanted, cancellationToken) is { } taken) return (Refused(line, taken), null);
        var fields = Differences(before, draft, there).ToList();
        return fields.Count == 0
            ? (new OrganizationChange(line.Line, FileOutcome.Same, there?.Id, draft.Name!, []), null)
            : (new OrganizationChange(line.Line, there is null ? FileOutcome.New : FileOutcome.Changed, there?.Id, draft.Name!, fields), draft);
    }

    /// <summary>
    /// A blank cell leaves what is there. Names and identifiers of a line that names the organisation by the portal's own id are all it is to have; any other
    /// line was written without seeing them, and adds.
    /// </summary>
    private static OrganizationDraft Draft(OrganizationCells cells, Organization? there)
    {
        var (names, ids) = (OrganizationCells.Lines(cells.OtherNames), cells.Ids());
        if (there is null) return new OrganizationDraft(cells.Name, cells.City, cells.Region, cells.Country, ids, names);
        if (string.IsNullOrWhiteSpace(cells.Id))
        {
            names = names.Count == 0 ? names : [.. there.Names.Select(n => n.Name), .. names];
            ids = ids.Count == 0 ? ids : [.. there.Identifiers.Select(i => new OrganizationId(i.Source, i.Value, i.Preferred)), .. ids];
        }
        return new OrganizationDraft(
            Or(cells.Name, there.Name), Or(cells.City, there.City), Or(cells.Region, there.Region), Or(cells.Country, there.Country), ids.Count == 0 ? null : ids, names.Count == 0 ? null : names);
    }

    private static IEnumerable<ChangedField> Differences(OrganizationCells? before, OrganizationDraft after, Organization? there)
    {
        var names = OrganizationSaving.Wanted(after.Name!, after.OtherNames ?? there?.Names.Select(n => n.Name) ?? []).Skip(1).Select(n => n.Name).Order(StringComparer.Ordinal);
        var had = OrganizationSaving.Wanted(after.Name!, there?.Names.Select(n => n.Name) ?? []).Skip(1).Select(n => n.Name).Order(StringComparer.Ordinal);
        var ids = (after.Identifiers ?? there?.Identifiers.Select(i => new OrganizationId(i.Source, i.Value)) ?? []).Select(i => $"{i.Source} {i.Value}").Order(StringComparer.Ordinal);
        var hadIds = (there?.Identifiers ?? []).Select(i => $"{i.Source} {i.Value}").Order(StringComparer.Ordinal);
        return new ChangedField[]
        {
            new("name", before?.Name, after.Name), new("names", Joined(had), Joined(names)), new("city", before?.City, after.City), new("region", before?.Region, after.Region),
            new("country", before?.Country, after.Country), new("ids", Joined(hadIds), Joined(ids)),
        }.Where(f => f.Before != f.After);
    }

    private static string? Joined(IEnumerable<string> values) => string.Join(" | ", values) is { Length: > 0 } text ? text : null;

    private static string? Or(string? cell, string? there) => string.IsNullOrWhiteSpace(cell) ? there : cell;

    private static OrganizationChange Refused(OrganizationFileLine line, string sentence) =>
        new(line.Line, FileOutcome.Refused, null, line.Cells.Name?.Trim() is { Length: > 60 } name ? name[..60] + "…" : line.Cells.Name?.Trim() ?? "", [], sentence);
}
