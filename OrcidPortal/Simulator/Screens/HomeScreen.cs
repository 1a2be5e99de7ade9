using System.Globalization;
using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>What the simulator knows, for a person who looks in: accounts, their records and inboxes, the latest calls.</summary>
internal sealed class HomeScreen(Registry registry, Clients clients)
{
    private const int AccountsShown = 100;
    private const int ItemsShown = 100;
    private const int NoticesShown = 20;
    private const int CallsShown = 50;

    public Screen Build(HttpContext http, string prefix)
    {
        var (people, count, calls) = registry.Run(state => (
            state.People.Take(AccountsShown).Select(p => new Account(p, Sample(state, p.Orcid), state.Count(p.Orcid, RecordSections.Works), state.CountNotices(p.Orcid), [.. state.Notices(p.Orcid).Reverse().Take(NoticesShown)])).ToList(),
            state.People.Count(),
            state.Calls.Reverse().Take(CallsShown).ToList()));
        return new(prefix, "Registry simulator", $"""
            <p>An ORCID registry to try things with. Every account's password is <code>{Text(Person.SamplePassword)}</code>.</p>
            <h2>Accounts</h2>
            {string.Concat(people.Select(p => Show($"{http.Request.PathBase}{prefix}", p)))}
            {(count > AccountsShown ? $"<p>The first {AccountsShown} of {count} are shown.</p>" : "")}
            <h2>Latest calls</h2>
            {(calls.Count == 0 ? "<p>Nothing has been called yet.</p>" : Calls(calls))}
            """);
    }

    private static List<StoredItem> Sample(RegistryState state, string orcid) => [.. RecordSections.All.SelectMany(s => state.Items(orcid, s).Take(ItemsShown)).Take(ItemsShown)];

    private string Show(string root, Account account)
    {
        var person = account.Person;
        var items = string.Concat(account.Items.Select(i => $"""
            <li><span dir="auto">{Text(Inbox.TitleOf(i))}</span><br><span class="soft">{Text(i.Section.Name)}, put-code {i.PutCode}, seen by: {Text(i.Visibility)}, source: {Text(clients.Find(i.Source)?.Name ?? "the person")}{(i.GroupKeys.Length == 0 ? "" : "<br>" + Text(string.Join(", ", i.GroupKeys)))}</span></li>
            """));
        var standing = person.Standing == RecordStanding.Active ? "" : $", {person.Standing.ToString().ToLowerInvariant()}";
        return $"""
            <details><summary>{Text(person.DisplayName)}, {Text(person.Orcid)}{standing}: {Count(account.Works, "work")}, {Count(account.Notices, "inbox notice")}</summary>
            <p><a href="{Text(root)}/{Text(person.Orcid)}">Public record of {Text(person.DisplayName)}</a><br><span class="soft">{Text(person.Email)}</span></p>
            {(account.Inbox.Count == 0 ? "" : $"<h3>Inbox</h3><ul>{string.Concat(account.Inbox.Select(Line))}</ul>{(account.Notices > NoticesShown ? $"<p>The latest {NoticesShown} are shown.</p>" : "")}")}
            {(account.Items.Count == 0 ? "<p>Nothing is on this record.</p>" : $"<h3>Items</h3><ul>{items}</ul>")}
            {(account.Items.Count == ItemsShown ? $"<p>The first {ItemsShown} are shown.</p>" : "")}
            </details>
            """;
    }

    private string Line(Notice notice)
    {
        var done = notice.Action switch { "create" => "added", "update" => "updated", _ => "removed" };
        var first = notice.Items.Count == 0 ? "" : notice.Items[0].Title;
        return $"<li>{Time(notice.At)} <strong>{Text(clients.NameOf(notice.ClientId))}</strong> {done} {Count(notice.Items.Count, notice.Section)}: <span dir=\"auto\">{Text(first)}</span>{(notice.Items.Count > 1 ? " and others" : "")}</li>";
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Calls(IEnumerable<CallEntry> calls) => $"""
        <table><thead><tr><th scope="col">When (UTC)</th><th scope="col">Call</th><th scope="col">Status</th></tr></thead><tbody>
        {string.Concat(calls.Select(c => $"<tr><td>{c.At.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}</td><td>{Text(c.Method)} {Text(c.Path)}</td><td>{(c.Status == 0 ? "cut" : c.Status.ToString(CultureInfo.InvariantCulture))}</td></tr>"))}
        </tbody></table>
        """;

    private sealed record Account(Person Person, IReadOnlyList<StoredItem> Items, int Works, int Notices, IReadOnlyList<Notice> Inbox);
}
