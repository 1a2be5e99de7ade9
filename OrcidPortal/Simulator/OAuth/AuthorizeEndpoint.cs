using Microsoft.AspNetCore.WebUtilities;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Screens;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>What happens in the person's browser: sign in, be asked, go back to the client with a code or a no.</summary>
internal sealed class AuthorizeEndpoint(Registry registry, Clients clients, Consents consents, Browsers browsers, TokenIssuer issuer)
{
    public Task AskAsync(HttpContext http, string prefix)
    {
        var (request, fault) = AuthorizeRequest.Read(http.Request.Query, clients);
        if (request is null) return Screen.WriteAsync(http, 400, ErrorScreen.Build(prefix, fault!));
        var person = browsers.Current(http);
        if (consents.Take(request.Orcid ?? person?.Orcid) is { } consent)
        {
            if (!registry.Run(state => state.FindPerson(consent.Orcid) is not null))
                return Screen.WriteAsync(http, 400, ErrorScreen.Build(prefix, new("oauth_error", $"There is no record {consent.Orcid}.")));
            Redirect(http, consent.Deny ? request.Denial() : request.Answer(issuer.NewCode(request, consent.Orcid, consent.Scope ?? request.Scope)));
            return Task.CompletedTask;
        }
        var query = http.Request.QueryString.Value ?? "";
        if (person is null) return ShowSignInAsync(http, prefix, query, request, null);
        if (!request.MustAsk && HasGiven(person, request))
        {
            Redirect(http, request.Answer(issuer.NewCode(request, person.Orcid, request.Scope)));
            return Task.CompletedTask;
        }
        return Screen.WriteAsync(http, 200, ConsentScreen.Build(prefix, query, request, person));
    }

    /// <summary>The person's answer on the consent page.</summary>
    public async Task DecideAsync(HttpContext http, string prefix)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (request, fault) = AuthorizeRequest.Read(QueryHelpers.ParseQuery(form["query"]), clients);
        if (request is null)
        {
            await Screen.WriteAsync(http, 400, ErrorScreen.Build(prefix, fault!));
            return;
        }
        if (browsers.Current(http) is not { } person)
        {
            await ShowSignInAsync(http, prefix, form["query"].ToString(), request, "Please sign in first.");
            return;
        }
        Redirect(http, form["decision"] == "authorize" ? request.Answer(issuer.NewCode(request, person.Orcid, request.Scope)) : request.Denial());
    }

    /// <summary>By name and password, or by one click on a sample account.</summary>
    public async Task SignInAsync(HttpContext http, string prefix)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var query = form["query"].ToString();
        var person = registry.Run(state => form["account"].FirstOrDefault() is { Length: > 0 } account
            ? state.FindPerson(account)
            : state.People.FirstOrDefault(p => IsNamed(p, form["username"].ToString().Trim()) && p.Password == form["password"].ToString()));
        if (person is null)
        {
            var (request, _) = AuthorizeRequest.Read(QueryHelpers.ParseQuery(query), clients);
            await ShowSignInAsync(http, prefix, query, request, "The e-mail address or iD and the password do not match. The sample accounts have the password \"simulator\".");
            return;
        }
        browsers.SignIn(http, prefix, person);
        AskAgain(http, prefix, query);
    }

    /// <summary>"Not you?": somebody else may answer.</summary>
    public async Task SignOutAsync(HttpContext http, string prefix)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        browsers.SignOut(http, prefix);
        AskAgain(http, prefix, form["query"].ToString());
    }

    private Task ShowSignInAsync(HttpContext http, string prefix, string query, AuthorizeRequest? request, string? fault)
    {
        var people = registry.Run(state => state.People.Take(50).ToList());
        return Screen.WriteAsync(http, fault is null ? 200 : 400, SignInScreen.Build(prefix, query, request, people, fault));
    }

    /// <summary>Whether the client has already, and still, exactly what it asks for: then ORCID does not ask again.</summary>
    private bool HasGiven(Person person, AuthorizeRequest request) => registry.Run(state => state.Tokens.Any(t =>
        t.Orcid == person.Orcid && t.ClientId == request.Client.Id && t.IsLive(registry.Now) && Scopes.IsSameSet(t.Scope, request.Scope)));

    private static bool IsNamed(Person person, string name) => person.Email.Equals(name, StringComparison.OrdinalIgnoreCase) || person.Orcid == name;

    private static void AskAgain(HttpContext http, string prefix, string query) =>
        Redirect(http, http.Request.PathBase + prefix + "/oauth/authorize" + QueryString.Create(QueryHelpers.ParseQuery(query)));

    private static void Redirect(HttpContext http, string to)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = to;
        http.Response.Headers.CacheControl = "no-store";
    }
}
