namespace OrcidPortal.Simulator.Store;

/// <summary>
/// Everything the registry knows. Used only inside <see cref="Registry.Run{T}"/>, which holds the lock and writes down what was changed.
/// What it holds is immutable; what it hands out may be kept after the lock is gone.
/// </summary>
internal sealed class RegistryState
{
    private const int CallsKept = 20_000;
    private readonly SortedDictionary<string, Person> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<long, StoredWork>> works = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byRefresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuthorizationCode> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SignedInBrowser> browsers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SimulatorClient> clients = new(StringComparer.Ordinal);
    private readonly Queue<CallEntry> calls = new();
    private long lastPutCode = 1000;

    /// <summary>What has been changed since it was last written down.</summary>
    public List<JournalEntry> Changes { get; } = [];

    public IEnumerable<Person> People => people.Values;
    public IEnumerable<AccessToken> Tokens => tokens.Values;
    public IEnumerable<CallEntry> Calls => calls;

    /// <summary>Those made or changed while the registry runs.</summary>
    public IEnumerable<SimulatorClient> Clients => clients.Values;

    /// <summary>What id_tokens are signed with: a private RSA key, PKCS #8 in base64; null before the first one is needed.</summary>
    public string? SigningKey { get; private set; }

    public Person? FindPerson(string? orcid) => orcid is null ? null : people.GetValueOrDefault(orcid);
    public IReadOnlyList<StoredWork> Works(string orcid) => works.TryGetValue(orcid, out var own) ? [.. own.Values] : [];
    public int CountWorks(string orcid) => works.TryGetValue(orcid, out var own) ? own.Count : 0;
    public StoredWork? FindWork(string orcid, long putCode) => works.GetValueOrDefault(orcid)?.GetValueOrDefault(putCode);
    public AccessToken? FindToken(string? value) => value is null ? null : tokens.GetValueOrDefault(value);
    public AccessToken? FindByRefresh(string? value) => value is null ? null : FindToken(byRefresh.GetValueOrDefault(value));
    public AuthorizationCode? FindCode(string? value) => value is null ? null : codes.GetValueOrDefault(value);
    public SignedInBrowser? FindBrowser(string? value) => value is null ? null : browsers.GetValueOrDefault(value);

    public SimulatorClient? FindClient(string? id) => id is null ? null : clients.GetValueOrDefault(id);

    /// <summary>A number no work has had before; also not one that was removed since.</summary>
    public long NextPutCode()
    {
        Note(JournalEntry.PutCodes, "last", ++lastPutCode);
        return lastPutCode;
    }

    public void Save(Person person) => Note(JournalEntry.People, person.Orcid, people[person.Orcid] = person);

    public void Save(string orcid, StoredWork work)
    {
        Own(orcid)[work.PutCode] = work;
        Note(JournalEntry.Works, $"{orcid}/{work.PutCode}", work);
    }

    public void RemoveWork(string orcid, long putCode)
    {
        if (Own(orcid).Remove(putCode)) Note(JournalEntry.Works, $"{orcid}/{putCode}", null);
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
            case JournalEntry.Works when entry.IsRemoval: Own(entry.Key[..19]).Remove(long.Parse(entry.Key[20..], System.Globalization.CultureInfo.InvariantCulture)); break;
            case JournalEntry.Works: var work = entry.As<StoredWork>(); Own(entry.Key[..19])[work.PutCode] = work; break;
            case JournalEntry.Tokens: Put(entry.As<AccessToken>()); break;
            case JournalEntry.Codes: codes[entry.Key] = entry.As<AuthorizationCode>(); break;
            case JournalEntry.Browsers when entry.IsRemoval: browsers.Remove(entry.Key); break;
            case JournalEntry.Browsers: browsers[entry.Key] = entry.As<SignedInBrowser>(); break;
            case JournalEntry.Clients: clients[entry.Key] = entry.As<SimulatorClient>(); break;
            case JournalEntry.Keys: SigningKey = entry.As<string>(); break;
            case JournalEntry.Calls when entry.IsRemoval: calls.Clear(); break;
            case JournalEntry.Calls: Put(entry.As<CallEntry>()); break;
            case JournalEntry.PutCodes: lastPutCode = entry.As<long>(); break;
            default: throw new InvalidDataException($"Unknown set {entry.Set}.");
        }
    }

    /// <summary>The fewest entries from which this state can be rebuilt.</summary>
    public IEnumerable<JournalEntry> All() =>
    [
        new(JournalEntry.PutCodes, "last", lastPutCode),
        .. people.Select(p => new JournalEntry(JournalEntry.People, p.Key, p.Value)),
        .. works.SelectMany(o => o.Value.Select(w => new JournalEntry(JournalEntry.Works, $"{o.Key}/{w.Key}", w.Value))),
        .. tokens.Select(t => new JournalEntry(JournalEntry.Tokens, t.Key, t.Value)),
        .. codes.Select(c => new JournalEntry(JournalEntry.Codes, c.Key, c.Value)),
        .. browsers.Select(b => new JournalEntry(JournalEntry.Browsers, b.Key, b.Value)),
        .. clients.Select(c => new JournalEntry(JournalEntry.Clients, c.Key, c.Value)),
        .. SigningKey is null ? (JournalEntry[])[] : [new(JournalEntry.Keys, "signing", SigningKey)],
        .. calls.Select(c => new JournalEntry(JournalEntry.Calls, "", c)),
    ];

    private SortedDictionary<long, StoredWork> Own(string orcid) => works.TryGetValue(orcid, out var own) ? own : works[orcid] = [];

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

    private void Note(string set, string key, object? value) => Changes.Add(new(set, key, value));
}
