using System.Globalization;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>What the simulator knows, for a person who looks in: accounts, their works, the latest calls.</summary>
internal sealed class HomeScreen(Registry registry, Clients clients)
{
    private const int WorksShown = 100;
    private const int CallsShown = 50;

    public Screen Build(HttpContext http, string prefix)
    {
        var (people, calls) = registry.Run(state => (
            state.People.Select(p => (Person: p, Works: state.Works(p.Orcid))).ToList(),
            state.Calls.Reverse().Take(CallsShown).ToList()));
        return new(prefix, "Registry simulator", $"""
            <p>An ORCID registry to try things with. Every account's password is <code>{Text(Person.SamplePassword)}</code>.</p>
            <h2>Accounts</h2>
            {string.Concat(people.Select(p => Account($"{http.Request.PathBase}{prefix}", p.Person, p.Works)))}
            <h2>Latest calls</h2>
            {(calls.Count == 0 ? "<p>Nothing has been called yet.</p>" : Calls(calls))}
            """);
    }

    private string Account(string root, Person person, IReadOnlyList<StoredWork> works)
    {
        var rows = string.Concat(works.Take(WorksShown).Select(w => $"""
            <tr><td>{w.PutCode}</td><td>{Text(w.Work.Title)}<br><span class="soft">{Text(string.Join(", ", w.Work.ExternalIds.Select(i => $"{i.Type}: {i.Value}")))}</span></td><td>{Text(SourceName(w))}</td></tr>
            """));
        var more = works.Count > WorksShown ? $"<p>The first {WorksShown} are shown.</p>" : "";
        return $"""
            <details><summary>{Text(person.DisplayName)}, {Text(person.Orcid)}: {Count(works.Count, "work")}, {Count(person.Notices, "inbox notice")}</summary>
            <p><a href="{Text(root)}/{Text(person.Orcid)}">Public record of {Text(person.DisplayName)}</a><br><span class="soft">{Text(person.Email)}</span></p>
            {(works.Count == 0 ? "" : $"<table><thead><tr><th scope=\"col\">Put-code</th><th scope=\"col\">Work</th><th scope=\"col\">Source</th></tr></thead><tbody>{rows}</tbody></table>")}
            {more}
            </details>
            """;
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private string SourceName(StoredWork work) => clients.Find(work.Source)?.Name ?? "the person";

    private static string Calls(IEnumerable<CallEntry> calls) => $"""
        <table><thead><tr><th scope="col">When (UTC)</th><th scope="col">Call</th><th scope="col">Status</th></tr></thead><tbody>
        {string.Concat(calls.Select(c => $"<tr><td>{c.At.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}</td><td>{Text(c.Method)} {Text(c.Path)}</td><td>{(c.Status == 0 ? "cut" : c.Status.ToString(CultureInfo.InvariantCulture))}</td></tr>"))}
        </tbody></table>
        """;
}
