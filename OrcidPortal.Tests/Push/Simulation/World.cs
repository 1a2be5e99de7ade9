using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Pull;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>One database, the processes over it, the registry, the people, and what has happened so far. One seed makes one history: nothing runs beside anything else.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string ScopesGiven = "/read-limited /activities/update";
    private static readonly EphemeralDataProtectionProvider Keys = new();

    private readonly List<(DateTimeOffset At, string What, Func<Task> Effect)> _later = [];
    private readonly List<string> _story = [];
    private readonly Complaints _complaints = new();
    private readonly Mistake _mistake;
    private string? _broken;
    private int _processes;

    private World(int seed, TestDatabase database, SimulatedRegistry registry, Mistake mistake, bool withPull)
    {
        (Dice, Database, Registry, _mistake, WithPull) = (new Random(seed), database, registry, mistake, withPull);
        Arrivals = new Arrivals(this);
        Front = NewProcess("front");
    }

    /// <summary>Every choice of the history comes from here.</summary>
    public Random Dice { get; }
    public TestDatabase Database { get; }
    public SimulatedRegistry Registry { get; }
    public Mishaps Mishaps { get; } = new();
    public Arrivals Arrivals { get; }

    /// <summary>Who took which lease the how manieth time.</summary>
    public Dictionary<(string Lease, long Epoch), SimulatedProcess> Takings { get; } = [];
    public List<SimulatedPerson> People { get; } = [];
    public List<SimulatedRecord> Records { get; } = [];

    /// <summary>Processes that push.</summary>
    public List<SimulatedProcess> Pushers { get; } = [];

    /// <summary>The process behind the pages; nothing happens to it.</summary>
    public SimulatedProcess Front { get; }
    public DateTimeOffset Now => Database.Clock.GetUtcNow();
    public IEnumerable<string> Story => _story;

    /// <summary>Whether others write to the records, too, and the portal reads what they wrote.</summary>
    public bool WithPull { get; }

    /// <summary>Calls on the member API so far.</summary>
    public int Calls { get; set; }

    public static async Task<World> OpenAsync(int seed, SimulatedRegistry registry, Mistake mistake, bool withPull = false)
    {
        var world = new World(seed, await Databases.OpenAsync(Stop), registry, mistake, withPull);
        var places = world.Front.Services.GetRequiredService<OrganizationDirectory>();
        var saved = await places.SaveAsync(null, new OrganizationDraft("Brown University", "Providence", "RI", "US", [new OrganizationId("ROR", "05gq02987")]), PushHouse.Curator, Stop);
        await places.TieAsync(((SaveOrganizationResult.Saved)saved).Organization.Id, OrganizationTie.Ours, PushHouse.Curator, Stop);
        return world;
    }

    public T Get<T>() where T : notnull => Front.Services.GetRequiredService<T>();

    public T Any<T>(IReadOnlyList<T> of) => of[Dice.Next(of.Count)];

    public void Tell(string what) => _story.Add(what);

    /// <summary>Something is as it must never be; it is remembered, too, for what is thrown inside of a sender ends in its log.</summary>
    public void Fail(string what)
    {
        _broken ??= what;
        throw new BrokenRuleException(what);
    }

    /// <summary>Throws where something failed inside of a process.</summary>
    public void ThrowIfBroken()
    {
        if (_broken is { } what) throw new BrokenRuleException(what);
        if (_complaints.First is { } e) throw new BrokenRuleException($"A process logs an error: {e}");
    }

    /// <summary>One more process that pushes.</summary>
    public SimulatedProcess AddPusher()
    {
        var process = NewProcess($"process{++_processes}");
        Pushers.Add(process);
        return process;
    }

    /// <summary>Runs something in a process; where it died, another one takes its place.</summary>
    public async Task RunAsync(SimulatedProcess process, Func<IServiceProvider, Task> work, bool resume = false)
    {
        await (resume ? process.ResumeAsync() : process.RunAsync(work));
        if (process.IsPaused) Tell($"   {process.Name} stands still");
        else process.DecidedBefore = false;
        ThrowIfBroken();
        if (!process.IsDead) return;
        Tell($"   {process.Name} is dead");
        Pushers.Remove(process);
        AddPusher();
    }

    /// <summary>Something takes effect at the registry later.</summary>
    public void Later(TimeSpan after, string what, Func<Task> effect) => _later.Add((Now + after, what, effect));

    /// <summary>Time goes on for everything that does not stand still.</summary>
    public async Task AdvanceAsync(TimeSpan span)
    {
        var end = Now + span;
        while (_later.Where(l => l.At <= end).OrderBy(l => l.At).Take(1).ToList() is [var next])
        {
            _later.Remove(next);
            SetClocks(next.At);
            Tell($"   {next.What}");
            await next.Effect();
        }
        SetClocks(end);
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();

    private void SetClocks(DateTimeOffset at)
    {
        if (at <= Now) return;
        Database.Clock.SetUtcNow(at);
        Front.Clock.CatchUp();
        foreach (var process in Pushers.Where(p => !p.IsPaused)) process.Clock.CatchUp();
    }

    private SimulatedProcess NewProcess(string name)
    {
        var process = new SimulatedProcess(name, new ProcessClock(() => Now));
        process.Database.Process = process;
        process.Services = Database.Compose(
            b =>
            {
                b.Services.AddSingleton<TimeProvider>(process.Clock);
                b.Services.AddSingleton<IDataProtectionProvider>(Keys);
                b.Services.AddSingleton<ILoggerProvider>(_complaints);
                b.Services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(process.Database, new ItemIds(this), new Holders(this, process)));
                b.AddOrcidApi().AddRecords().AddHistory().AddLive().AddConnect().AddMapping().AddRemote().AddPush().AddPull();
                b.Services.AddHttpClient(nameof(OrcidMemberClient)).ConfigurePrimaryHttpMessageHandler(() => new Wire(this, process));
                b.Services.AddHttpClient(nameof(OrcidPublicClient)).ConfigurePrimaryHttpMessageHandler(() => new Wire(this, process));
                b.Services.AddHttpClient(nameof(OrcidOAuthClient)).ConfigurePrimaryHttpMessageHandler(() => new Wire(this, process));
            },
            ("Orcid:Environment", "Simulator"), ("Orcid:SimulatorUrl", SimulatedRegistry.Url), ("Orcid:RequestsPerSecond", "1000"), ("Orcid:PublicRequestsPerSecond", "1000"), ("Orcid:Burst", "100000"), ("Orcid:Scopes", $"/authenticate {ScopesGiven}"),
            ("Institution:PublicUrl", "https://repository.example.org"), ("Push:PeopleAtOnce", "1"), ("Pull:PeopleAtOnce", "1"));
        process.Services.GetRequiredService<Mistakes>().Made = _mistake;
        process.Services.GetRequiredService<SendPoints>().AfterIntent = async _ =>
        {
            if (process == Front || !Mishaps.TakePause()) return;
            process.DecidedBefore = true;
            await process.PauseAsync();
        };
        return process;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

/// <summary>A rule of the push is broken: the history is a counterexample.</summary>
internal sealed class BrokenRuleException(string what) : Exception(what);
