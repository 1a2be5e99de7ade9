using Bunit;
using Hangfire;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MudBlazor;
using OrcidPortal.Connect;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Pages;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Pull;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Security;
using OrcidPortal.Sources;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages;

/// <summary>Renders pages over the real rooms and one test's database, signed in through the real door. Only jobs are recorded instead of run.</summary>
internal sealed class PageHouse : IAsyncDisposable
{
    private PageHouse(TestDatabase database, IReadOnlyList<(string, string?)> settings)
    {
        Database = database;
        Browser.JSInterop.Mode = JSRuntimeMode.Loose;
        database.Compose(b =>
        {
            b.WebHost.UseKestrelCore();
            b.AddOrcidApi();
            b.AddRecords();
            b.AddSecurity();
            b.AddHistory();
            b.AddLive();
            b.AddConnect();
            b.AddSources();
            b.AddMapping();
            b.AddRemote();
            b.AddPush();
            b.AddPull();
            b.AddCuration();
            b.Services.AddOptions<RegistryOptions>().BindConfiguration(RegistryOptions.Section);
            b.Services.AddParts();
            b.Services.AddSingleton<IBackgroundJobClient>(Jobs);
            // Looks once a second by the real clock, once a test has started it.
            b.Services.AddSingleton(s => new LiveUpdates(s.GetRequiredService<IDbContextFactory<PortalDb>>(), TimeProvider.System, s.GetRequiredService<ILogger<LiveUpdates>>()));
            foreach (var service in b.Services) Browser.Services.Add(service);
        }, [("Security:Mode", "Demo"), ("Institution:Name", "Fictitious University"), ("Institution:Contact", "library@example.org"), .. settings]);
    }

    public TestDatabase Database { get; }
    public BunitContext Browser { get; } = new();
    public RecordedJobs Jobs { get; } = new();
    public NavigationManager Navigation => Browser.Services.GetRequiredService<NavigationManager>();
    public Person Ada { get; } = new() { LocalId = "researcher", GivenNames = "Ada", FamilyName = "Lovelace", SortName = "lovelace ada", Email = "researcher@example.edu" };
    public Person Ben { get; } = new() { LocalId = "ben", GivenNames = "Ben", FamilyName = "Byron", SortName = "byron ben" };

    /// <summary>A house with Ada and Ben in it; nobody is signed in.</summary>
    public static async Task<PageHouse> OpenAsync(params IReadOnlyList<(string, string?)> settings)
    {
        var house = new PageHouse(await Databases.OpenAsync(TestContext.Current.CancellationToken), settings);
        await house.Database.AddAsync(house.Ada, house.Ben);
        return house;
    }

    /// <summary>A house in which Ada is signed in.</summary>
    public static async Task<PageHouse> OpenForAdaAsync(params IReadOnlyList<(string, string?)> settings)
    {
        var house = await OpenAsync(settings);
        await house.SignInAsync("researcher", "researcher@example.edu", "researcher", Roles.Researcher);
        return house;
    }

    /// <summary>Signs an account in, as the sign-in endpoint does.</summary>
    /// <param name="localId">The person the sign-in names; null: none.</param>
    public async Task SignInAsync(string subject, string? email, string? localId, params IReadOnlyList<string> roles)
    {
        var facts = new SignInFacts(DemoAccounts.Issuer, subject, "Ada Lovelace", email, roles, localId);
        var principal = await Browser.Services.GetRequiredService<SignIns>().BeginAsync(facts, TestContext.Current.CancellationToken);
        var states = (IHostEnvironmentAuthenticationStateProvider)Browser.Services.GetRequiredService<AuthenticationStateProvider>();
        states.SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
    }

    /// <summary>Renders a page with what the layout gives it: dialogs, snackbars, the reader's zone and clock.</summary>
    public IRenderedComponent<IComponent> Open<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Browser.Render(builder =>
    {
        builder.OpenComponent<MudPopoverProvider>(0);
        builder.CloseComponent();
        builder.OpenComponent<MudDialogProvider>(1);
        builder.CloseComponent();
        builder.OpenComponent<MudSnackbarProvider>(2);
        builder.CloseComponent();
        builder.OpenComponent<CascadingValue<Reader>>(3);
        builder.AddComponentParameter(4, "Value", new Reader(TimeZoneInfo.Utc, Database.Clock.GetUtcNow()));
        builder.AddComponentParameter(5, "ChildContent", (RenderFragment)(page => Page<TPage>(page, parameters)));
        builder.CloseComponent();
    });

    private static void Page<TPage>(RenderTreeBuilder builder, (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        builder.OpenComponent<CascadingAuthenticationState>(0);
        builder.AddComponentParameter(1, "ChildContent", (RenderFragment)(content =>
        {
            content.OpenComponent<TPage>(0);
            foreach (var (name, value) in parameters) content.AddComponentParameter(1, name, value);
            content.CloseComponent();
        }));
        builder.CloseComponent();
    }

    /// <summary>Adds a work of Ada's (or somebody's) in a state, past planner and sender.</summary>
    public async Task<SyncItem> WorkAsync(string title, SyncState state, Func<SyncItem, SyncItem>? more = null, IReadOnlyList<string>? problems = null, Person? person = null, RecordFields? fields = null, RecordKind kind = RecordKind.Work)
    {
        var owner = person ?? Ada;
        var record = new Record
        {
            Kind = kind, Title = title, SortTitle = title.ToLowerInvariant(), Year = 2024, CreatedAt = TestDatabase.Start, ChangedAt = TestDatabase.Start,
            Fields = fields ?? new RecordFields { Title = title, Type = new TypeValue("orcid", "journal-article"), PublicationDate = "2024" },
        };
        var item = new SyncItem { PersonId = owner.Id, RecordId = record.Id, Kind = kind, State = state, StateSince = TestDatabase.Start, Desired = Desired.Present, DesiredVersion = 1, ProblemCount = problems?.Count ?? 0 };
        if (more is not null) item = more(item);
        await Database.AddAsync([
            record, new RecordPerson { RecordId = record.Id, PersonId = owner.Id, Since = TestDatabase.Start }, item,
            .. (problems ?? []).Select(p => new RecordProblem { RecordId = record.Id, Code = p, Field = p.Split('.')[0], Severity = ProblemSeverity.Blocks }),
        ]);
        return item;
    }

    /// <summary>Connects a person, past ORCID.</summary>
    public Task ConnectAsync(Person person, ConnectionState state = ConnectionState.Connected, bool confirmed = true, bool read = true, string orcid = "0000-0002-1825-0097", string scopes = "/authenticate /read-limited /activities/update") =>
        Database.AddAsync(new OrcidPortal.Data.Entities.Connection
        {
            PersonId = person.Id, Environment = "Simulator", ClientId = "APP-1", State = state, Orcid = state == ConnectionState.Disconnected ? null : orcid, Scopes = scopes,
            ConnectedAt = TestDatabase.Start.AddSeconds(-30), FirstSyncConfirmedAt = confirmed ? TestDatabase.Start : null, ReadAt = read ? TestDatabase.Start : null,
        });

    /// <summary>Lets pages notice changes, as in the running portal.</summary>
    public Task StartLiveAsync() => Browser.Services.GetRequiredService<LiveUpdates>().StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Browser.Services.GetRequiredService<LiveUpdates>().StopAsync(CancellationToken.None);
        await Browser.DisposeAsync();
        await Database.DisposeAsync();
    }
}
