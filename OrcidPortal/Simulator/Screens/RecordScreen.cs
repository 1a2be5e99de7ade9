using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>What everybody may see of a record, as a person reads it: the newest works first, versions of one work together.</summary>
internal static class RecordScreen
{
    private const int GroupsOnPage = 50;

    /// <param name="http">The request.</param>
    /// <param name="prefix">Where the simulator is mounted.</param>
    /// <param name="person">Whose record.</param>
    /// <param name="groups">Its public works.</param>
    /// <param name="page">Which fifty groups, from 1; beyond the last: the last.</param>
    /// <param name="sourceName">Who added a work.</param>
    public static Screen Build(HttpContext http, string prefix, Person person, IReadOnlyList<WorkGroup> groups, int page, Func<StoredWork, string> sourceName)
    {
        var pages = Math.Max(1, (groups.Count + GroupsOnPage - 1) / GroupsOnPage);
        page = Math.Clamp(page, 1, pages);
        var shown = groups
            .OrderByDescending(g => g.Works[0].Work.PublicationDate?.ToString() ?? "", StringComparer.Ordinal).ThenBy(g => g.Works[0].Work.Title, StringComparer.Ordinal).ThenBy(g => g.Works[0].PutCode)
            .Skip((page - 1) * GroupsOnPage).Take(GroupsOnPage);
        var list = string.Concat(shown.Select(g => $"<li class=\"group\">{string.Concat(g.Works.Select((w, i) => Version(w, i == 0, sourceName(w))))}</li>"));
        var home = Text(http.Request.PathBase + prefix);
        return new(prefix, person.PublicName ?? person.Orcid, $"""
            <p>Public record <strong>{Text(person.Orcid)}</strong> in the simulator{(person.PublicName is null ? ". The name is not public." : "")}</p>
            <h2>Works ({groups.Count})</h2>
            {(groups.Count == 0 ? "<p>There are no public works on this record.</p>" : $"<ol class=\"works\">{list}</ol>")}
            {(pages == 1 ? "" : Pager(page, pages))}
            <p><a href="{home}/">All accounts of the simulator</a></p>
            """);
    }

    private static string Version(StoredWork work, bool isFirst, string source) => $"""
        <article>
        {(isFirst ? $"""<h3 dir="auto">{Text(work.Work.Title)}</h3>""" : $"""<p class="also" dir="auto">{Text(work.Work.Title)}</p>""")}
        {(work.Work.Subtitle is { } subtitle ? $"<p dir=\"auto\">{Text(subtitle)}</p>" : "")}
        {(work.Work.JournalTitle is { } journal ? $"<p dir=\"auto\">{Text(journal)}</p>" : "")}
        <p>{Text(string.Join(" | ", new[] { work.Work.PublicationDate?.ToString(), TypeName(work.Work.Type) }.Where(t => !string.IsNullOrEmpty(t))))}</p>
        {string.Concat(work.Work.ExternalIds.Select(id => $"<p>{Identifier(id)}</p>"))}
        {(Links.Safe(work.Work.Url) is { } url ? $"""<p>Link: <a href="{Text(url)}" rel="noreferrer nofollow">{Text(url)}</a></p>""" : "")}
        <p>Source: <strong>{Text(source)}</strong> <small class="soft">put-code {work.PutCode}</small></p>
        </article>
        """;

    private static string Identifier(ExternalIdentifier id)
    {
        var relationship = id.Relationship is null or "self" ? "" : $" ({Text(id.Relationship)})";
        var value = Links.Of(id) is { } link ? $"""<a href="{Text(link)}" rel="noreferrer nofollow">{Text(id.Value)}</a>""" : Text(id.Value);
        return $"{Text(id.Type)}: {value}{relationship}";
    }

    private static string TypeName(string? type) => string.IsNullOrEmpty(type) ? "" : char.ToUpperInvariant(type[0]) + type[1..].Replace('-', ' ');

    private static string Pager(int page, int pages) => $"""
        <nav class="actions" aria-label="Pages of works">
        {(page > 1 ? $"""<a href="?page={page - 1}">Previous page</a>""" : "")}
        <span>Page {page} of {pages}</span>
        {(page < pages ? $"""<a href="?page={page + 1}">Next page</a>""" : "")}
        </nav>
        """;
}
