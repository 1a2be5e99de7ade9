using Microsoft.AspNetCore.WebUtilities;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>What a client asks of a person in the browser, found right.</summary>
internal sealed record AuthorizeRequest
{
    public required SimulatorClient Client { get; init; }
    public required string RedirectUri { get; init; }

    /// <summary>Separated by blanks.</summary>
    public required string Scope { get; init; }

    /// <summary>Whether the tokens go straight to the browser, behind a <c>#</c>, instead of a code.</summary>
    public bool IsImplicit { get; init; }

    public string? State { get; init; }
    public string? Nonce { get; init; }

    /// <summary>Nobody may be asked anything.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The person signs in again even when signed in.</summary>
    public bool MustSignIn { get; init; }

    /// <summary>The person is asked even for what has been given before.</summary>
    public bool MustAsk { get; init; }

    /// <summary>How long ago the person may have signed in; null: however long.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Whether e-mail addresses are asked for, which the person may leave out.</summary>
    public bool AsksForEmail => Scopes.Split(Scope).Contains(Scopes.EmailReadPrivate);

    public AuthorizeRequest WithoutEmail() => this with { Scope = string.Join(' ', Scopes.Split(Scope).Where(s => s != Scopes.EmailReadPrivate)) };

    public string Denial() => Back(IsImplicit, ("error", "access_denied"), ("error_description", "User denied access"));

    /// <summary>ORCID puts this one behind the <c>#</c>, whatever the response type.</summary>
    /// <param name="error"><c>login_required</c> or <c>interaction_required</c>.</param>
    public string Silence(string error) => Back(true, ("error", error));

    public string WithCode(string code) => Back(false, ("code", code));

    public string WithTokens(params (string Name, string? Value)[] answer) => Back(true, answer);

    private string Back(bool behindHash, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var all = parameters.Append((Name: "state", Value: State)).Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value));
        if (!behindHash) return QueryHelpers.AddQueryString(RedirectUri, all);
        var before = RedirectUri.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? RedirectUri[..at] : RedirectUri;
        return before + "#" + QueryHelpers.AddQueryString("", all)[1..];
    }
}

/// <summary>Why the page cannot ask the person.</summary>
internal sealed record AuthorizeFault(string Error, string Description);
