using OrcidPortal.Simulator.Screens;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>Signs people in and out of the registry. Who came from a client is asked its question next; who came alone sees their record.</summary>
internal sealed class SignInEndpoint(Registry registry, Clients clients, Browsers browsers)
{
    private const int AccountsShown = 50;
    private const string NoMatch = "The e-mail address or iD and the password do not match. The sample accounts have the password \"simulator\".";

    /// <summary>The page a client's question begins with: to sign in, or to register if the client says so or names somebody unknown.</summary>
    public Task ShowFirstAsync(HttpContext http, string prefix, AuthorizeQuery query) => registry.Run(Prefill.From(query).MeansRegistration)
        ? Screen.WriteAsync(http, 200, RegisterScreen.Build(prefix, query, Registration.From(Prefill.From(query)), null))
        : ShowAsync(http, prefix, query);

    /// <param name="http">The request.</param>
    /// <param name="prefix">Where the simulator is mounted.</param>
    /// <param name="query">What a client asks; empty: nobody does.</param>
    /// <param name="fault">What did not work just before.</param>
    public Task ShowAsync(HttpContext http, string prefix, AuthorizeQuery query, string? fault = null)
    {
        var people = registry.Run(state => state.People.Where(p => p.Standing == RecordStanding.Active).Take(AccountsShown).ToList());
        var client = query.Check(clients).Request?.Client;
        return Screen.WriteAsync(http, fault is null ? 200 : 400, SignInScreen.Build(prefix, query, client, people, fault));
    }

    /// <summary>By name and password, or by one click on a sample account.</summary>
    public async Task SignInAsync(HttpContext http, string prefix)
    {
        var form = await PostedForm.ReadAsync(http.Request);
        var query = AuthorizeQuery.Of(form["query"]);
        var person = registry.Run(state => form["account"].FirstOrDefault() is { Length: > 0 } account
            ? state.FindPerson(account)
            : state.People.FirstOrDefault(p => IsNamed(p, form["username"].ToString().Trim()) && p.Password == form["password"].ToString()));
        if (person is null) await ShowAsync(http, prefix, query, NoMatch);
        else if (FaultOf(person) is { } fault) await ShowAsync(http, prefix, query, fault);
        else
        {
            browsers.SignIn(http, prefix, person);
            await GoOnAsync(http, prefix, query.AfterSignIn());
        }
    }

    /// <summary>"Not you?": somebody else may answer.</summary>
    public async Task SignOutAsync(HttpContext http, string prefix)
    {
        var form = await PostedForm.ReadAsync(http.Request);
        browsers.SignOut(http, prefix);
        await GoOnAsync(http, prefix, AuthorizeQuery.Of(form["query"]));
    }

    /// <summary>The record of whoever is signed in.</summary>
    public Task ShowOwnRecordAsync(HttpContext http, string prefix) =>
        Redirects.FoundAsync(http, $"{http.Request.PathBase}{prefix}/{browsers.Current(http)?.Person.Orcid ?? "signin"}");

    public static Task GoOnAsync(HttpContext http, string prefix, AuthorizeQuery query) =>
        Redirects.SeeOtherAsync(http, http.Request.PathBase + prefix + (query.IsEmpty ? "/my-orcid" : "/oauth/authorize" + query.Text));

    private static bool IsNamed(Person person, string name) => person.Email.Equals(name, StringComparison.OrdinalIgnoreCase) || person.Orcid == name;

    private static string? FaultOf(Person person) => person.Standing switch
    {
        RecordStanding.Locked => "This account is locked.",
        RecordStanding.Deactivated => "This account is deactivated.",
        RecordStanding.Deprecated => $"This account is deprecated. Please sign in as {person.PrimaryOrcid}.",
        _ => null,
    };
}
