using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Store;

/// <summary>
/// Everything the registry knows. Used only inside <see cref="Registry.Run{T}"/>, which holds the lock and writes down what was changed.
/// What it holds is immutable; what it hands out may be kept after the lock is gone.
/// </summary>
internal sealed class RegistryState
{
    private const int CallsKept = 20_000;
    private readonly SortedDictionary<string, Person> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordItems> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Notice>> notices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<long, PermissionRequest>> permissionRequests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> organizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byRefresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuthorizationCode> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SignedInBrowser> browsers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SimulatorClient> clients = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Webhook> webhooks = new(StringComparer.Ordinal);
    private readonly Queue<CallEntry> calls = new();
    private long lastPutCode = 1000;

    /// <summary>What has been changed since it was last written down.</summary>
    public List<JournalEntry> Changes { get; } = [];

    /// <summary>How far the registry's clock is ahead of the machine's.</summary>
    public TimeSpan ClockOffset
    {
        get;
        set
        {
            field = value;
            Note(JournalEntry.Clock, "offset", value.Ticks);
        }
    }

    /// <summary>Whether changes are written down at all.</summary>
    public bool IsRecorded { get; set; }

    public IEnumerable<Person> People => people.Values;
    public IEnumerable<AccessToken> Tokens => tokens.Values;
    public IEnumerable<Webhook> Webhooks => webhooks.Values;
    public IEnumerable<CallEntry> Calls => calls;

    /// <summary>Those made or changed while the registry runs.</summary>
    public IEnumerable<SimulatorClient> Clients => clients.Values;

    /// <summary>What id_tokens are signed with: a private RSA key, PKCS #8 in base64; null before the first one is needed.</summary>
    public string? SigningKey { get; private set; }

    public Person? FindPerson(string? orcid) => orcid is null ? null : people.GetValueOrDefault(orcid);
    public IReadOnlyList<StoredItem> Items(string orcid, Section section) => items.TryGetValue(orcid, out var own) ? own.Of(section) : [];
    public IReadOnlyList<StoredItem> Items(string orcid) => items.TryGetValue(orcid, out var own) ? [.. own.All] : [];
    public int Count(string orcid, Section section) => items.TryGetValue(orcid, out var own) ? own.Count(section) : 0;
    public StoredItem? FindItem(string orcid, Section section, long putCode) => items.GetValueOrDefault(orcid)?.Find(section, putCode);

    /// <summary>Whose record holds an item of that kind and number, if any does.</summary>
    public string? FindOwner(Section section, long putCode) => items.FirstOrDefault(i => i.Value.Find(section, putCode) is not null).Key;

    public IReadOnlyList<Notice> Notices(string orcid) => notices.TryGetValue(orcid, out var own) ? [.. own] : [];
    public int CountNotices(string orcid) => notices.TryGetValue(orcid, out var own) ? own.Count : 0;
    public IReadOnlyList<PermissionRequest> PermissionRequests(string orcid) => permissionRequests.TryGetValue(orcid, out var own) ? [.. own.Values] : [];
    public PermissionRequest? FindPermissionRequest(string orcid, long putCode) => permissionRequests.GetValueOrDefault(orcid)?.GetValueOrDefault(putCode);

    /// <summary>What has been said of an organisation by hand; null: nothing.</summary>
    public bool? IsKnownOrganization(string source, string identifier) => organizations.TryGetValue(OrganizationKey(source, identifier), out var known) ? known : null;

    public AccessToken? FindToken(string? value) => value is null ? null : tokens.GetValueOrDefault(value);
    public AccessToken? FindByRefresh(string? value) => value is null ? null : FindToken(byRefresh.GetValueOrDefault(value));
    public AuthorizationCode? FindCode(string? value) => value is null ? null : codes.GetValueOrDefault(value);
    public Webhook? FindWebhook(string orcid, string url) => webhooks.GetValueOrDefault(Webhook.KeyOf(orcid, url));
    public SignedInBrowser? FindBrowser(string? value) => value is null ? null : browsers.GetValueOrDefault(value);

    public SimulatorClient? FindClient(string? id) => id is null ? null : clients.GetValueOrDefault(id);

    /// <summary>A number no item has had before; also not one that was removed since.</summary>
    public long NextPutCode()
    {
        Note(JournalEntry.PutCodes, "last", ++lastPutCode);
        return lastPutCode;
    }

    public void Save(Person person) => Note(JournalEntry.People, person.Orcid, people[person.Orcid] = person);

    public void Save(string orcid, StoredItem item)
    {
        Own(orcid).Put(item);
        lastPutCode = Math.Max(lastPutCode, item.PutCode);
        if (IsRecorded) Note(JournalEntry.Items, ItemEntry.KeyOf(orcid, item), ItemEntry.Of(item));
    }

    public void Remove(string orcid, StoredItem item)
    {
        if (Own(orcid).Remove(item.Section, item.PutCode)) Note(JournalEntry.Items, ItemEntry.KeyOf(orcid, item), null);
    }

    public void Add(string orcid, Notice notice)
    {
        Put(orcid, notice);
        Note(JournalEntry.Notices, orcid, notice);
    }

    public void Save(string orcid, PermissionRequest request)
    {
        Put(orcid, request);
        Note(JournalEntry.PermissionRequests, orcid, request);
    }

    /// <summary>Says whether the registry knows an organisation, whatever its identifier looks like; null takes that back.</summary>
    public void SayOrganization(string source, string identifier, bool? isKnown)
    {
        Put(OrganizationKey(source, identifier), isKnown);
        Note(JournalEntry.Organizations, OrganizationKey(source, identifier), isKnown);
    }

    public void Save(AccessToken token)
    {
        Put(token);
        Note(JournalEntry.Tokens, token.Value, token);
    }

    public void Save(AuthorizationCode code) => Note(JournalEntry.Codes, code.Value, codes[code.Value] = code);
    public void Save(SignedInBrowser browser) => Note(JournalEntry.Browsers, browser.Value, browsers[browser.Value] = browser);
    public void Save(SimulatorClient client) => Note(JournalEntry.Clients, client.Id, clients[client.Id] = client);
    public void SaveSigningKey(string key) => Note(JournalEntry.Keys, "signing", SigningKey = key);

    public void RemoveBrowser(string value)
    {
        if (browsers.Remove(value)) Note(JournalEntry.Browsers, value, null);
    }

    public void Save(Webhook webhook)
    {
        var key = Webhook.KeyOf(webhook.Orcid, webhook.Url);
        Note(JournalEntry.Webhooks, key, webhooks[key] = webhook);
    }

    public void RemoveWebhook(string orcid, string url)
    {
        var key = Webhook.KeyOf(orcid, url);
        if (webhooks.Remove(key)) Note(JournalEntry.Webhooks, key, null);
    }

    public void Add(CallEntry call)
    {
        Put(call);
        Note(JournalEntry.Calls, "", call);
    }

    public void ClearCalls()
    {
        calls.Clear();
        Note(JournalEntry.Calls, "", null);
    }

    /// <summary>Takes one line of the journal back in.</summary>
    public void Load(StoredEntry entry)
    {
        switch (entry.Set)
        {
            case JournalEntry.People: people[entry.Key] = entry.As<Person>(); break;
            case JournalEntry.Items when entry.IsRemoval: Own(ItemEntry.OrcidOf(entry.Key)).Remove(ItemEntry.SectionOf(entry.Key), ItemEntry.PutCodeOf(entry.Key)); break;
            case JournalEntry.Items: Own(ItemEntry.OrcidOf(entry.Key)).Put(entry.As<ItemEntry>().ToItem(entry.Key)); break;
            case JournalEntry.Notices: Put(entry.Key, entry.As<Notice>()); break;
            case JournalEntry.PermissionRequests: Put(entry.Key, entry.As<PermissionRequest>()); break;
            case JournalEntry.Organizations: Put(entry.Key, entry.IsRemoval ? null : entry.As<bool>()); break;
            case JournalEntry.Tokens: Put(entry.As<AccessToken>()); break;
            case JournalEntry.Codes: codes[entry.Key] = entry.As<AuthorizationCode>(); break;
            case JournalEntry.Browsers when entry.IsRemoval: browsers.Remove(entry.Key); break;
            case JournalEntry.Browsers: browsers[entry.Key] = entry.As<SignedInBrowser>(); break;
            case JournalEntry.Clients: clients[entry.Key] = entry.As<SimulatorClient>(); break;
            case JournalEntry.Keys: SigningKey = entry.As<string>(); break;
            case JournalEntry.Webhooks when entry.IsRemoval: webhooks.Remove(entry.Key); break;
            case JournalEntry.Webhooks: webhooks[entry.Key] = entry.As<Webhook>(); break;
            case JournalEntry.Calls when entry.IsRemoval: calls.Clear(); break;
            case JournalEntry.Calls: Put(entry.As<CallEntry>()); break;
            case JournalEntry.Clock: ClockOffset = TimeSpan.FromTicks(entry.As<long>()); break;
            case JournalEntry.PutCodes: lastPutCode = entry.As<long>(); break;
            default: throw new InvalidDataException($"Unknown set {entry.Set}.");
        }
    }

    /// <summary>The fewest entries from which this state can be rebuilt.</summary>
    public IEnumerable<JournalEntry> All() => new[] { new JournalEntry(JournalEntry.PutCodes, "last", lastPutCode) }
        .Append(new JournalEntry(JournalEntry.Clock, "offset", ClockOffset.Ticks))
        .Concat(people.Select(p => new JournalEntry(JournalEntry.People, p.Key, p.Value)))
        .Concat(items.SelectMany(o => o.Value.All.Select(i => new JournalEntry(JournalEntry.Items, ItemEntry.KeyOf(o.Key, i), ItemEntry.Of(i)))))
        .Concat(notices.SelectMany(o => o.Value.Select(n => new JournalEntry(JournalEntry.Notices, o.Key, n))))
        .Concat(permissionRequests.SelectMany(o => o.Value.Values.Select(r => new JournalEntry(JournalEntry.PermissionRequests, o.Key, r))))
        .Concat(organizations.Select(o => new JournalEntry(JournalEntry.Organizations, o.Key, o.Value)))
        .Concat(tokens.Select(t => new JournalEntry(JournalEntry.Tokens, t.Key, t.Value)))
        .Concat(codes.Select(c => new JournalEntry(JournalEntry.Codes, c.Key, c.Value)))
        .Concat(browsers.Select(b => new JournalEntry(JournalEntry.Browsers, b.Key, b.Value)))
        .Concat(clients.Select(c => new JournalEntry(JournalEntry.Clients, c.Key, c.Value)))
        .Concat(SigningKey is null ? [] : [new JournalEntry(JournalEntry.Keys, "signing", SigningKey)])
        .Concat(webhooks.Select(w => new JournalEntry(JournalEntry.Webhooks, w.Key, w.Value)))
        .Concat(calls.Select(c => new JournalEntry(JournalEntry.Calls, "", c)));

    /// <summary>The items of a record, to change them.</summary>
    private RecordItems Own(string orcid) => items.TryGetValue(orcid, out var own) ? own : items[orcid] = new();

    private static string OrganizationKey(string source, string identifier) => $"{source.ToUpperInvariant()} {identifier}";

    private void Put(string orcid, Notice notice)
    {
        if (!notices.TryGetValue(orcid, out var own)) notices[orcid] = own = [];
        own.Add(notice);
    }

    private void Put(string orcid, PermissionRequest request)
    {
        if (!permissionRequests.TryGetValue(orcid, out var own)) permissionRequests[orcid] = own = [];
        own[request.PutCode] = request;
    }

    private void Put(string organization, bool? isKnown)
    {
        if (isKnown is { } known) organizations[organization] = known;
        else organizations.Remove(organization);
    }

    private void Put(AccessToken token)
    {
        tokens[token.Value] = token;
        byRefresh[token.RefreshValue] = token.Value;
    }

    private void Put(CallEntry call)
    {
        calls.Enqueue(call);
        if (calls.Count > CallsKept) calls.Dequeue();
    }

    private void Note(string set, string key, object? value)
    {
        if (IsRecorded) Changes.Add(new(set, key, value));
    }
}
