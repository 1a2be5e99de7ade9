using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Identifiers;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Pull;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>The rooms of the push over a database, a registry on a port of its own, and a person with a connection.</summary>
internal sealed class PushHouse : IAsyncDisposable
{
    public static readonly Actor Curator = new(ActorKind.Account, "curator", "Cora Curator");
    public static readonly DateTimeOffset Start = TestDatabase.Start;

    private readonly string _scopes;
    private readonly (string Name, string? Value)[] _settings;

    private PushHouse(TestDatabase database, Registrar registry, string scopes, (string Name, string? Value)[] settings)
    {
        (Database, Registry, _scopes, _settings) = (database, registry, scopes, settings);
        Services = Compose();
    }

    public TestDatabase Database { get; }
    public Registrar Registry { get; }
    public ServiceProvider Services { get; }
    public Person Ada { get; } = new() { LocalId = "ada", GivenNames = "Ada", FamilyName = "Lovelace", SortName = "lovelace ada" };
    public string Orcid { get; private set; } = "";
    public FakeTimeProvider Clock => Database.Clock;

    /// <param name="scopes">What the institution asks for and Ada allowed.</param>
    public static async Task<PushHouse> OpenAsync(
        DatabaseProvider provider, bool confirmed = true, string scopes = "/read-limited /activities/update", params (string Name, string? Value)[] settings)
    {
        var house = new PushHouse(await Databases.OpenAsync(provider, TestContext.Current.CancellationToken), await Registrar.StartAsync(), scopes, settings);
        await house.Database.AddAsync(house.Ada, new Preference { PersonId = house.Ada.Id, Mode = SendMode.AtOnce });
        house.Orcid = await house.ConnectAsync(house.Ada, confirmed);
        return house;
    }

    /// <summary>One more process of the same portal.</summary>
    /// <param name="settings">Other settings than the house was opened with; null: the same.</param>
    /// <param name="commands">Sees what it asks of the database.</param>
    public ServiceProvider Compose(TimeProvider? clock = null, (string Name, string? Value)[]? settings = null, IInterceptor? commands = null) => Database.Compose(b =>
    {
        if (commands is not null) b.Services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(commands)).ConfigureDbContext<PostgreSqlPortalDb>(o => o.AddInterceptors(commands));
        b.WebHost.UseKestrelCore();
        if (clock is not null) b.Services.AddSingleton(clock);
        b.Services.AddDataProtection().PersistKeysToFileSystem(Database.Folder);
        b.AddOrcidApi().AddRecords().AddHistory().AddLive().AddConnect().AddMapping().AddRemote().AddPush().AddPull();
    }, [("Orcid:Environment", "Simulator"), ("Orcid:SimulatorUrl", Registry.Url), ("Orcid:RequestsPerSecond", "1000"), ("Orcid:PublicRequestsPerSecond", "1000"), ("Orcid:Burst", "100000"), ("Orcid:Scopes", $"/authenticate {_scopes}"), .. settings ?? _settings]);

    /// <param name="orcid">An iD that the registry has; null: a new one.</param>
    public async Task<string> ConnectAsync(Person person, bool confirmed, string? orcid = null)
    {
        orcid ??= await Registry.AddPersonAsync(person.GivenNames, person.FamilyName);
        var seal = new TokenSeal(Services.GetRequiredService<IDataProtectionProvider>());
        await Database.AddAsync(new Connection
        {
            PersonId = person.Id, Environment = "Simulator", ClientId = OrcidPortal.Simulator.SimulatorClient.PortalId, Orcid = orcid, LastOrcid = orcid, State = ConnectionState.Connected,
            SealedAccessToken = seal.Close(person.Id, Registry.Grant(orcid, _scopes)), Scopes = _scopes, ConnectedAt = Start, ReadAt = confirmed ? Start : null,
            FirstSyncConfirmedAt = confirmed ? Start : null,
        });
        return orcid;
    }

    /// <summary>Ada leaves ORCID what was sent.</summary>
    public Task DisconnectAsync() => Services.GetRequiredService<OrcidLink>().DisconnectAsync(Ada.Id, Curator, Cancellation);

    /// <summary>Ada gives the permission once more, as the way back from ORCID stores it.</summary>
    /// <param name="orcid">The iD she comes with; null: the one she had.</param>
    public async Task<FinishResult> ReconnectAsync(string? orcid = null)
    {
        OrcidId.TryParse(orcid ?? Orcid, out var id).ShouldBeTrue();
        var writing = new ConnectionWriting(Database.Transactions, Services.GetRequiredService<IOptions<OrcidOptions>>(), new TokenSeal(Services.GetRequiredService<IDataProtectionProvider>()), Clock);
        var attempt = new ConnectAttempt { PersonId = Ada.Id, BrowserHash = "", Scopes = _scopes, Language = "en" };
        return (await writing.ConnectAsync(attempt, new TokenGrant(Registry.Grant(id.Value, _scopes), null, TimeSpan.FromDays(7000), _scopes, null, id.Value), id, Curator, Cancellation)).Result;
    }

    /// <summary>Ada comes back with an iD, confirms the first sync with all that is offered, and a push follows.</summary>
    /// <returns>What the first sync offered.</returns>
    public async Task<FirstSyncView> ReturnAsync(string orcid)
    {
        await Database.Transactions.RunAsync(async (db, ct) => db.Connections.Remove(await db.Connections.SingleAsync(c => c.PersonId == Ada.Id, ct)), Cancellation);
        await ConnectAsync(Ada, confirmed: false, orcid);
        await Services.GetRequiredService<FirstRead>().ReadAsync(Ada.Id, Cancellation);
        var view = (await Services.GetRequiredService<FirstSync>().LoadAsync(Ada.Id, Cancellation))!;
        await Services.GetRequiredService<FirstSync>().ConfirmAsync(Ada.Id, view.NotThereYet.Select(r => r.ItemId).ToHashSet(), false, Curator, "en", Cancellation);
        await PushAsync();
        return view;
    }

    /// <summary>A valid work of Ada's.</summary>
    public RecordDraft Draft(int number, string? title = null, string? abstractText = null, Person? person = null) => new(
        RecordKind.Work, "file:bibtex:ada:a.bib", $"w{number}",
        new RecordFields
        {
            Title = title ?? $"On engines, part {number}", Type = new TypeValue("bibtex", "article"), PublicationDate = "2018-10", ShortDescription = abstractText,
            ExternalIds = [new FieldIdentifier("doi", $"10.5555/engine.{number}")],
        }, (person ?? Ada).Id);

    public Task SaveAsync(params IReadOnlyList<RecordDraft> drafts) =>
        Services.GetRequiredService<RecordStore>().SaveAsync(drafts, Origin.Import, "import:test", null, Curator, Cancellation);

    public Task SaveAsync(int works) => SaveAsync([.. Enumerable.Range(1, works).Select(i => Draft(i))]);

    /// <summary>One push, as the job does it.</summary>
    public async Task PushAsync(ServiceProvider? process = null)
    {
        var services = process ?? Services;
        await services.GetRequiredService<PushPlanner>().PlanAsync(Cancellation);
        await services.GetRequiredService<PulledCopies>().SettleAsync(Cancellation);
        await services.GetRequiredService<PushSender>().SendAsync(null, Cancellation);
        await services.GetRequiredService<PushPlanner>().PlanAsync(Cancellation);
    }

    public Task<int> PlanAsync() => Services.GetRequiredService<PushPlanner>().PlanAsync(Cancellation);

    public Task<int> SendNowAsync() => Services.GetRequiredService<SyncItems>().SendNowAsync(Ada.Id, null, Curator, Cancellation);

    /// <summary>The record is no longer Ada's.</summary>
    public Task EndAsync(Guid recordId) => Database.Transactions.RunAsync(async (db, ct) =>
    {
        (await db.RecordPeople.SingleAsync(p => p.RecordId == recordId && p.PersonId == Ada.Id, ct)).EndedAt = Clock.GetUtcNow();
        db.RecordChanges.Add(new RecordChange { RecordId = recordId, RecordVersion = 1, Origin = Origin.Hand, Cause = "test", At = Clock.GetUtcNow() });
    }, Cancellation);

    public Task<List<SyncItem>> ItemsAsync() => Database.ReadAsync(db => db.SyncItems.AsNoTracking().OrderBy(i => i.Id).ToListAsync(Cancellation));

    public async Task<SyncItem> ItemAsync() => (await ItemsAsync()).ShouldHaveSingleItem();

    public Task<List<HistoryEntry>> HistoryAsync() => Database.ReadAsync(db => db.History.AsNoTracking().OrderBy(h => h.Id).ToListAsync(Cancellation));

    public async Task<IReadOnlyDictionary<SyncState, int>> StatesAsync() => (await ItemsAsync()).CountBy(i => i.State).ToDictionary(p => p.Key, p => p.Value);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Registry.DisposeAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
