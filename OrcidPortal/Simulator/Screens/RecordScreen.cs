using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>What everybody may see of a record, as a person reads it: who it is, positions, fundings, then works, the newest first, versions of one work together.</summary>
internal static class RecordScreen
{
    private const int GroupsOnPage = 50;

    /// <param name="http">The request.</param>
    /// <param name="prefix">Where the simulator is mounted.</param>
    /// <param name="person">Whose record.</param>
    /// <param name="items">Its public items.</param>
    /// <param name="page">Which fifty groups of works, from 1; beyond the last: the last.</param>
    /// <param name="sourceName">Who added an item.</param>
    public static Screen Build(HttpContext http, string prefix, Person person, IReadOnlyList<StoredItem> items, int page, Func<StoredItem, string> sourceName)
    {
        var groups = ItemGroups.Of([.. items.Where(i => i.Section == RecordSections.Works)]);
        var pages = Math.Max(1, (groups.Count + GroupsOnPage - 1) / GroupsOnPage);
        page = Math.Clamp(page, 1, pages);
        var shown = groups.Select(g => (Group: g, First: g[0].Content))
            .OrderByDescending(g => ItemText.Date(g.First, "publication-date"), StringComparer.Ordinal).ThenBy(g => ItemText.Title(g.Group[0], g.First), StringComparer.Ordinal).ThenBy(g => g.Group[0].PutCode)
            .Skip((page - 1) * GroupsOnPage).Take(GroupsOnPage);
        var list = string.Concat(shown.Select(g => $"<li class=\"group\">{string.Concat(g.Group.Select((w, i) => ItemText.Article(w, i == 0, sourceName(w))))}</li>"));
        var home = Text(http.Request.PathBase + prefix);
        return new(prefix, person.PublicName ?? person.Orcid, $"""
            <p>Public record <strong>{Text(person.Orcid)}</strong> in the simulator{(person.PublicName is null ? ". The name is not public." : "")}</p>
            {(person is { Biography: { Length: > 0 } biography, BiographyVisibility: "public" } ? $"<p dir=\"auto\">{Text(biography)}</p>" : "")}
            {string.Concat(RecordSections.OfPerson.Select(s => Said(s, items)))}
            {string.Concat(RecordSections.Affiliations.Append(RecordSections.Fundings).Select(s => Activities(s, items, sourceName)))}
            <h2>Works ({groups.Count})</h2>
            {(groups.Count == 0 ? "<p>There are no public works on this record.</p>" : $"<ol class=\"works\">{list}</ol>")}
            {(pages == 1 ? "" : Pager(page, pages))}
            <p><a href="{home}/">All accounts of the simulator</a></p>
            """);
    }

    private static string Said(Section section, IReadOnlyList<StoredItem> items)
    {
        var own = items.Where(i => i.Section == section).Select(i => string.Join(" ", i.Content.Elements().Where(e => e.Name.LocalName != "external-id-relationship").Select(e => e.Value))).ToList();
        return own.Count == 0 ? "" : $"<p><strong>{Text(ItemText.ListName(section))}:</strong> {Text(string.Join(", ", own))}</p>";
    }

    private static string Activities(Section section, IReadOnlyList<StoredItem> items, Func<StoredItem, string> sourceName)
    {
        var groups = ItemGroups.Of([.. items.Where(i => i.Section == section)]);
        return groups.Count == 0 ? "" : $"""
            <h2>{Text(ItemText.ListName(section))} ({groups.Count})</h2>
            <ol class="works">{string.Concat(groups.Select(g => $"<li class=\"group\">{string.Concat(g.Select((w, i) => ItemText.Article(w, i == 0, sourceName(w))))}</li>"))}</ol>
            """;
    }

    private static string Pager(int page, int pages) => $"""
        <nav class="actions" aria-label="Pages of works">
        {(page > 1 ? $"""<a href="?page={page - 1}">Previous page</a>""" : "")}
        <span>Page {page} of {pages}</span>
        {(page < pages ? $"""<a href="?page={page + 1}">Next page</a>""" : "")}
        </nav>
        """;
}
