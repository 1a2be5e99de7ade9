using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>
/// Searches the names of the directory: each word typed is the beginning of a word of one name. The words are looked for in the index of the names alone
/// (about 300,000 short entries with all of ROR), which each provider reads in well under a second.
/// </summary>
internal sealed class OrganizationSearch(IReadOnlyList<string> order)
{
    private const int PageSize = 50;

    // Above any length of a name: the tie counts first, then exactness and length.
    private const int TieStep = 1_000;
    private const int EndedStep = 10 * TieStep;

    public async Task<Page<OrganizationRow>> RunAsync(PortalDb db, string? text, string? country, bool onlyOurs, string? cursor, CancellationToken cancellationToken)
    {
        var (form, code) = (OrganizationKeys.NameForm(text), country?.Trim().ToUpperInvariant());
        var words = form.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10).ToArray();
        var organizations = db.Organizations.AsNoTracking();
        if (!string.IsNullOrEmpty(code)) organizations = organizations.Where(o => o.Country == code);
        if (onlyOurs) organizations = organizations.Where(o => o.Tie != OrganizationTie.None);
        IQueryable<Found> found;
        if (OrganizationIdForm.Recognize(text?.Trim()) is (var source, var value))
            found = Plain(organizations.Where(o => o.Identifiers.Any(i => i.Source == source && i.Value == value)));
        else if (!string.IsNullOrWhiteSpace(text) && words.Length == 0) return new Page<OrganizationRow>([], null);
        else found = words.Length == 0 ? Plain(organizations) : Named(Matching(db.OrganizationNames.AsNoTracking(), words), organizations, form);
        if (Cursor.Read(cursor, 3) is [var rankText, var name, var idText])
        {
            if (!int.TryParse(rankText, System.Globalization.CultureInfo.InvariantCulture, out var rank) || !Guid.TryParse(idText, out var id)) throw new InvalidCursorException(null);
            found = found.Where(f => f.Rank > rank || (f.Rank == rank && (f.SortName.CompareTo(name) > 0 || (f.SortName == name && f.Id > id))));
        }
        var rows = await found.OrderBy(f => f.Rank).ThenBy(f => f.SortName).ThenBy(f => f.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = Page<Found>.Cut(rows, PageSize, f => Cursor.Of(f.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture), f.SortName, f.Id.ToString()));
        return new Page<OrganizationRow>(await RowsAsync(db, page.Items, words, cancellationToken), page.Next);
    }

    /// <summary>The identifiers of an organisation, the one that is sent first.</summary>
    public IReadOnlyList<OrganizationId> Ordered(IEnumerable<OrganizationIdentifier> identifiers) =>
    [
        .. identifiers.OrderBy(i => order.Index().Where(o => o.Item == i.Source).Select(o => o.Index).DefaultIfEmpty(int.MaxValue).First())
            .ThenBy(i => i.Source, StringComparer.Ordinal).ThenByDescending(i => i.Preferred).ThenBy(i => i.Value, StringComparer.Ordinal)
            .Select(i => new OrganizationId(i.Source, i.Value, i.Preferred)),
    ];

    private static IQueryable<Found> Plain(IQueryable<Organization> organizations) => organizations.Select(o => new Found
    {
        Id = o.Id, SortName = o.SortName,
        Rank = (o.Tie == OrganizationTie.Ours ? 0 : o.Tie == OrganizationTie.Related ? TieStep : 2 * TieStep) + (o.Status == OrganizationStatus.Active ? 0 : EndedStep),
    });

    private static IQueryable<OrganizationName> Matching(IQueryable<OrganizationName> names, string[] words)
    {
        foreach (var word in words)
        {
            var start = " " + word;
            names = names.Where(n => (" " + n.SortName).Contains(start));
        }
        return names;
    }

    private static IQueryable<Found> Named(IQueryable<OrganizationName> names, IQueryable<Organization> organizations, string form) => names
        .Join(organizations, n => n.OrganizationId, o => o.Id, (n, o) => new
        {
            o.Id, o.SortName,
            Rank = (n.SortName == form ? 0 : n.SortName.Length) + (o.Tie == OrganizationTie.Ours ? 0 : o.Tie == OrganizationTie.Related ? TieStep : 2 * TieStep)
                + (o.Status == OrganizationStatus.Active ? 0 : EndedStep),
        })
        .GroupBy(n => new { n.Id, n.SortName }).Select(g => new Found { Id = g.Key.Id, SortName = g.Key.SortName, Rank = g.Min(n => n.Rank) });

    private async Task<IReadOnlyList<OrganizationRow>> RowsAsync(PortalDb db, IReadOnlyList<Found> found, string[] words, CancellationToken cancellationToken)
    {
        var ids = found.Select(f => f.Id).ToArray();
        var organizations = await db.Organizations.AsNoTracking().Include(o => o.Identifiers).Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var names = words.Length == 0 ? null
            : (await db.OrganizationNames.AsNoTracking().Where(n => ids.Contains(n.OrganizationId)).ToListAsync(cancellationToken)).ToLookup(n => n.OrganizationId);
        return [.. found.Where(f => organizations.ContainsKey(f.Id)).Select(f => Row(organizations[f.Id], OtherName(organizations[f.Id], names, words)))];
    }

    public OrganizationRow Row(Organization o, string? otherName) =>
        new(o.Id, o.Name, otherName, o.City, o.Region, o.Country, Ordered(o.Identifiers), o.Tie, o.Status);

    private static string? OtherName(Organization organization, ILookup<Guid, OrganizationName>? names, string[] words) =>
        names is null || Holds(organization.SortName, words) ? null
            : names[organization.Id].Where(n => Holds(n.SortName, words)).OrderBy(n => n.SortName.Length).ThenBy(n => n.SortName, StringComparer.Ordinal).FirstOrDefault()?.Name;

    private static bool Holds(string name, string[] words) => words.All(w => (" " + name).Contains(" " + w, StringComparison.Ordinal));

    private sealed class Found
    {
        public Guid Id { get; init; }
        public string SortName { get; init; } = "";
        public int Rank { get; init; }
    }
}
