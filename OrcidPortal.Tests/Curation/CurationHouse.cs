using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

/// <summary>The curation room over one test's database, with Ada, Ben and works that came in through the one door.</summary>
internal sealed class CurationHouse : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CurationHouse(TestDatabase database, IReadOnlyList<(string, string?)> settings)
    {
        Database = database;
        _services = database.Compose(b => { b.AddOrcidApi(); b.AddRecords(); b.AddHistory(); b.AddLive(); b.AddConnect(); b.AddMapping(); b.AddRemote(); b.AddPush(); b.AddCuration(); b.Services.AddSingleton<CuratorAccounts>(); }, settings);
    }

    public TestDatabase Database { get; }
    public Person Ada { get; } = new() { LocalId = "ada", GivenNames = "Ada", FamilyName = "Lovelace", SortName = "lovelace ada" };
    public Person Ben { get; } = new() { LocalId = "ben", GivenNames = "Ben", FamilyName = "Byron", SortName = "byron ben" };
    public SignedIn Curator { get; } = User("Cora Curator", null, Roles.Curator);
    public SignedIn AdaSignedIn => User("Ada Lovelace", Ada, Roles.Researcher);
    public SignedIn BenSignedIn => User("Ben Byron", Ben, Roles.Researcher);
    public FixList Works => Get<FixList>();
    public FixCounts Counts => Get<FixCounts>();
    public RecordEditing Editing => Get<RecordEditing>();
    public ProposalDecisions Decisions => Get<ProposalDecisions>();
    public ProposalList Proposals => Get<ProposalList>();

    public static async Task<CurationHouse> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, params IReadOnlyList<(string, string?)> settings)
    {
        var house = new CurationHouse(await Databases.OpenAsync(provider, TestContext.Current.CancellationToken), settings);
        await house.Database.AddAsync(house.Ada, house.Ben);
        return house;
    }

    public static SignedIn User(string name, Person? person, params string[] roles) =>
        new(new Actor(ActorKind.Account, name, name, person?.Id), Guid.NewGuid(), name, roles.ToHashSet(), person, null);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A work of these people, from a BibTeX file.</summary>
    public async Task<Guid> WorkAsync(string title, RecordFields? fields = null, string source = "file:bibtex:ada:refs.bib", params Person[] people)
    {
        var store = Get<RecordStore>();
        fields ??= new RecordFields { Title = title, PublicationDate = "2024", Type = new TypeValue("bibtex", "article") };
        Guid? id = null;
        foreach (var person in people.DefaultIfEmpty(Ada))
        {
            var saved = await store.SaveAsync(
                [new RecordDraft(RecordKind.Work, source, title, fields, person.Id)], Origin.Import, "test", null, Actor.System("test"), TestContext.Current.CancellationToken);
            id = saved[0].RecordId;
        }
        return id!.Value;
    }

    /// <summary>Somebody's item of a work, as planner and sender would leave it.</summary>
    public async Task<SyncItem> ItemAsync(Guid recordId, Person person, SyncState state = SyncState.NeedsFix, int minutes = 0, FailureKind failure = FailureKind.None)
    {
        var item = new SyncItem
        {
            RecordId = recordId, PersonId = person.Id, State = state, StateSince = TestDatabase.Start.AddMinutes(minutes), Desired = Desired.Present, DesiredVersion = 1,
            Failure = failure, RefusedVersion = failure == FailureKind.Refused ? 1 : null, FailureStatus = failure == FailureKind.Refused ? 400 : null,
            FailureMessage = failure == FailureKind.Refused ? "Invalid JSON" : null,
        };
        await Database.AddAsync(item);
        return item;
    }

    public Task ProblemAsync(Guid recordId, string code, Guid? personId = null, ProblemSeverity severity = ProblemSeverity.Blocks) =>
        Database.AddAsync(new RecordProblem { RecordId = recordId, Code = code, Field = code.Split('.')[0], Severity = severity, PersonId = personId });

    public Task ConnectAsync(Person person, string orcid = "0000-0002-1825-0097") => Database.AddAsync(new Connection
    {
        PersonId = person.Id, Environment = "Simulator", ClientId = "APP-1", State = ConnectionState.Connected, Orcid = orcid, Scopes = "/authenticate /activities/update",
        FirstSyncConfirmedAt = TestDatabase.Start,
    });

    /// <summary>A work of Ada's and Ben's, who are both connected.</summary>
    public async Task<Guid> SharedAsync(string title, RecordFields? fields = null)
    {
        var work = await WorkAsync(title, fields, "file:bibtex:ada:refs.bib", Ada, Ben);
        await ConnectAsync(Ada);
        await ConnectAsync(Ben, "0000-0001-5109-3700");
        return work;
    }

    /// <summary>Somebody saves what counts at once for them, and proposes the rest.</summary>
    public Task<EditResult> SaveAsync(Guid recordId, SignedIn user, params IReadOnlyList<CorrectionRequest> requests) => SaveAsync(recordId, user, null, requests);

    /// <inheritdoc cref="SaveAsync(Guid, SignedIn, IReadOnlyList{CorrectionRequest})"/>
    /// <param name="laidIn">The proposal they had before them.</param>
    public async Task<EditResult> SaveAsync(Guid recordId, SignedIn user, Guid? laidIn, IReadOnlyList<CorrectionRequest> requests) =>
        await Editing.SaveAsync(recordId, requests, await VersionAsync(recordId), null, laidIn, user, TestContext.Current.CancellationToken);

    public Task<int> VersionAsync(Guid recordId) => Database.ReadAsync(db => db.Records.Where(r => r.Id == recordId).Select(r => r.Version).SingleAsync(TestContext.Current.CancellationToken));

    public Task<RecordFields> FieldsAsync(Guid recordId) => Database.ReadAsync(db => db.Records.Where(r => r.Id == recordId).Select(r => r.Fields).SingleAsync(TestContext.Current.CancellationToken));

    public Task PlanAsync() => Get<PushPlanner>().PlanAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
