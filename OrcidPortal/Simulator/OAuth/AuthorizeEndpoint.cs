using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Screens;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>What happens in the person's browser: sign in, be asked, go back to the client with a code or a no.</summary>
internal sealed class AuthorizeEndpoint(Registry registry, Clients clients, Consents consents, Browsers browsers, Answers answers, SignInEndpoint signIn)
{
    public Task AskAsync(HttpContext http, string prefix)
    {
        var query = new AuthorizeQuery(http.Request.Query);
        var (request, fault) = query.Check(clients);
        if (request is null) return Screen.WriteAsync(http, 400, ErrorScreen.Build(prefix, fault!, query["lang"]));
        var current = browsers.Current(http);
        if (consents.Take(Prefill.From(query).Orcid ?? current?.Person.Orcid) is { } consent) return AnswerBeforehandAsync(http, prefix, request, consent);
        if (current is null || request.MustSignIn || registry.Now - current.Since > request.MaxAge)
            return request.IsSilent ? Redirects.FoundAsync(http, request.Silence("login_required")) : signIn.ShowFirstAsync(http, prefix, query);
        if (!request.MustAsk && HasGiven(current.Person, request))
            return Redirects.FoundAsync(http, answers.Yes(request, Issuer.Of(http, prefix), current.Person.Orcid, current.Since));
        return request.IsSilent
            ? Redirects.FoundAsync(http, request.Silence("interaction_required"))
            : Screen.WriteAsync(http, 200, ConsentScreen.Build(prefix, query, request, current.Person));
    }

    /// <summary>The person's answer on the consent page.</summary>
    public async Task DecideAsync(HttpContext http, string prefix)
    {
        var form = await PostedForm.ReadAsync(http.Request);
        var query = AuthorizeQuery.Of(form["query"]);
        var (request, fault) = query.Check(clients);
        if (request is null)
        {
            await Screen.WriteAsync(http, 400, ErrorScreen.Build(prefix, fault!, query["lang"]));
            return;
        }
        if (browsers.Current(http) is not { } current)
        {
            await signIn.ShowAsync(http, prefix, query, "Please sign in first.");
            return;
        }
        if (request.AsksForEmail && form["email"] != "share") request = request.WithoutEmail();
        var isYes = form["decision"] == "authorize" && request.Scope.Length > 0;
        await Redirects.SeeOtherAsync(http, isYes ? answers.Yes(request, Issuer.Of(http, prefix), current.Person.Orcid, current.Since) : request.Denial());
    }

    private Task AnswerBeforehandAsync(HttpContext http, string prefix, AuthorizeRequest request, Consent consent)
    {
        if (!registry.Run(state => state.FindPerson(consent.Orcid) is not null))
            return Screen.WriteAsync(http, 400, ErrorScreen.Build(prefix, new("oauth_error", $"There is no record {consent.Orcid}.")));
        return Redirects.FoundAsync(http, consent.Deny
            ? request.Denial()
            : answers.Yes(request with { Scope = consent.Scope ?? request.Scope }, Issuer.Of(http, prefix), consent.Orcid, registry.Now));
    }

    /// <summary>Whether the client has already, and still, exactly what it asks for: then ORCID does not ask again.</summary>
    private bool HasGiven(Person person, AuthorizeRequest request) => registry.Run(state => state.Tokens.Any(t =>
        t.Orcid == person.Orcid && t.ClientId == request.Client.Id && t.IsPersistent && t.IsLive(registry.Now) && Scopes.IsSameSet(t.Scope, request.Scope)));
}
