using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;
using OrcidPortal.Security;

namespace OrcidPortal.Commands;

/// <summary>
/// The demo's people: <c>researcher</c>, not connected, <c>researcher2</c>, who walks the real way to the simulator and back once, and one whom only an
/// e-mail address ties to the account <c>outsider</c>. <c>Demo:Seed=false</c> leaves them out.
/// </summary>
internal static partial class DemoSeed
{
    private const string ConnectedOrcid = "0000-0001-5109-3700";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly Actor Seed = Actor.System("demo");

    /// <summary>Makes what is missing; does nothing outside the demo. The portal works without them: what goes wrong, or takes more than a minute, is a warning.</summary>
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IOptions<SecurityOptions>>().Value.SignIn != SecurityMode.Demo) return;
        if (!services.GetRequiredService<IConfiguration>().GetValue("Demo:Seed", true)) return;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DemoSeed));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        cancellationToken = patience.Token;
        try
        {
            var people = services.GetRequiredService<People>();
            var unconnected = await PersonAsync(people, "researcher", new PersonFields("Josiah", "Carberry", "researcher@example.edu", "Psychoceramics"), cancellationToken);
            await PersonAsync(people, "newcomer", new PersonFields("Alex", "Newcomer", "outsider@example.edu", null), cancellationToken);
            var connected = await PersonAsync(people, "researcher2", new PersonFields("Laure", "Haak", "researcher2@example.edu", "Physics"), cancellationToken);
            if (services.GetRequiredService<OrcidEndpoints>().IsInsidePortal) await ConnectAsync(services, connected, cancellationToken);
            if (services.GetRequiredService<IConfiguration>().GetValue("Demo:Records", true))
                await services.GetRequiredService<DemoRecords>().BringAsync(connected, unconnected, Seed, cancellationToken);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            NotConnected(logger, e);
        }
    }

    private static async Task<Person> PersonAsync(People people, string localId, PersonFields fields, CancellationToken cancellationToken) =>
        await people.FindAsync(localId, cancellationToken)
        ?? (await people.SaveAsync(localId, fields, Seed, cancellationToken) as SavePersonResult.Saved)?.Person
        ?? throw new DemoNotReadyException($"The demo person {localId} could not be saved.");

    private static async Task ConnectAsync(IServiceProvider services, Person person, CancellationToken cancellationToken)
    {
        var connection = await services.GetRequiredService<ConnectionList>().OfAsync(person.Id, cancellationToken);
        if (connection.State == ConnectionState.None) await LinkAsync(services, person, cancellationToken);
        connection = await services.GetRequiredService<ConnectionList>().OfAsync(person.Id, cancellationToken);
        if (connection is not { State: ConnectionState.Connected, FirstSyncConfirmedAt: null }) return;
        var actor = Seed with { PersonId = person.Id };
        await services.GetRequiredService<ReadJob>().RunAsync(person.Id, cancellationToken);
        await services.GetRequiredService<FirstSync>().ConfirmAsync(person.Id, new HashSet<Guid>(), addOursWhereAlreadyThere: false, actor, "en", cancellationToken);
        await services.GetRequiredService<Preferences>().SaveAsync(person.Id, SendMode.AtOnce, KindPreferences.Of(new Preference { PersonId = person.Id }), actor, "en", cancellationToken);
    }

    // As a browser would: sign in, be sent to the registry, come back with a code. The simulator is told beforehand what the person will answer.
    private static async Task LinkAsync(IServiceProvider services, Person person, CancellationToken cancellationToken)
    {
        var simulator = new Uri(services.GetRequiredService<OrcidEndpoints>().OAuth, "../");
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };
        using var signedIn = await browser.GetAsync(new Uri(simulator, $"../signin/demo/{person.LocalId}"), cancellationToken);
        using var consent = await browser.PostAsJsonAsync(new Uri(simulator, "_control/consent"), new { orcid = ConnectedOrcid }, cancellationToken);
        consent.EnsureSuccessStatusCode();

        var user = await UserAsync(services, person, cancellationToken);
        var redirect = new Uri(simulator, "../connect/orcid/callback");
        var browserValue = Guid.NewGuid().ToString("N");
        var link = services.GetRequiredService<OrcidLink>();
        var start = await link.StartAsync(person.Id, user.AccountId, browserValue, redirect, "en", cancellationToken);
        var back = await FollowAsync(browser, start.AuthorizeUrl, redirect, cancellationToken);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(back.Query);
        var result = await link.FinishAsync(query.GetValueOrDefault("state"), query.GetValueOrDefault("code"), query.GetValueOrDefault("error"), browserValue, user, redirect, cancellationToken);
        if (result is not FinishResult.Connected) throw new DemoNotReadyException($"The demo person could not be connected: {result.GetType().Name}.");
    }

    private static async Task<SignedIn> UserAsync(IServiceProvider services, Person person, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == person.Id, cancellationToken)
            ?? throw new DemoNotReadyException("The demo account has not been made.");
        var actor = new Actor(ActorKind.Account, account.Id.ToString(), account.Name, person.Id);
        return new SignedIn(actor, account.Id, account.Name, new HashSet<string> { Roles.Researcher }, person, null);
    }

    private static async Task<Uri> FollowAsync(HttpClient browser, Uri url, Uri end, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop < 5; hop++)
        {
            using var answer = await browser.GetAsync(url, cancellationToken);
            url = answer.Headers.Location is { } location ? new Uri(url, location)
                : throw new DemoNotReadyException($"The simulator asked a person instead of sending on (status {(int)answer.StatusCode}).");
            if (url.AbsolutePath == end.AbsolutePath) return url;
        }
        throw new DemoNotReadyException("The simulator sends in circles.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo's connected person could not be prepared; the next start tries again")]
    private static partial void NotConnected(ILogger logger, Exception exception);

    private sealed class DemoNotReadyException(string message) : Exception(message);
}
