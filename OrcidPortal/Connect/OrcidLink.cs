using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Security;

namespace OrcidPortal.Connect;

/// <summary>Links an ORCID iD to a person, and unlinks it. An iD comes from ORCID's own sign-in only; nobody types one.</summary>
public sealed partial class OrcidLink(
    Transactions transactions,
    OrcidOAuthClient oauth,
    IOptions<OrcidOptions> orcid,
    IDataProtectionProvider protection,
    Revocations revocations,
    TimeProvider time,
    ILogger<OrcidLink> logger)
{
    private readonly ConnectAttempts _attempts = new(transactions, protection, time);
    private readonly ConnectionWriting _writing = new(transactions, orcid, new TokenSeal(protection), time);

    /// <summary>Begins the way to ORCID.</summary>
    /// <param name="personId">Who connects.</param>
    /// <param name="accountId">The account that is signed in.</param>
    /// <param name="browserValue">A random value that is also in a cookie of this browser; the way back works there only.</param>
    /// <param name="redirect">Where ORCID sends the person back, absolute, registered with ORCID.</param>
    /// <param name="language">The reader's language, for example <c>en</c>.</param>
    public async Task<StartResult> StartAsync(Guid personId, Guid accountId, string browserValue, Uri redirect, string language, CancellationToken cancellationToken)
    {
        var scopes = orcid.Value.Scopes;
        var state = await _attempts.BeginAsync(personId, accountId, browserValue, scopes, language, cancellationToken);
        return new StartResult(oauth.AuthorizeUrl(state, redirect, scopes, language));
    }

    /// <summary>Ends the way back from ORCID: within ten minutes, once, in the same browser, by the same account.</summary>
    /// <param name="state">As it came back.</param>
    /// <param name="code">ORCID's code, or null.</param>
    /// <param name="error">ORCID's error, <c>access_denied</c> where the person said no; or null.</param>
    /// <param name="browserValue">The value of the cookie; empty where there is none.</param>
    /// <param name="user">Who is signed in.</param>
    /// <param name="redirect">The same address as at the start.</param>
    public async Task<FinishResult> FinishAsync(
        string? state, string? code, string? error, string browserValue, SignedIn user, Uri redirect, CancellationToken cancellationToken)
    {
        var (attempt, refusal) = await _attempts.TakeAsync(state, browserValue, user.AccountId, user.Person?.Id, cancellationToken);
        if (attempt is null) return refusal!;
        if (error == "access_denied") return new FinishResult.Denied();
        if (error is not null || code is not { Length: > 0 and <= 500 })
        {
            LogNoCode(attempt.PersonId);
            return new FinishResult.RefusedByOrcid("ORCID sent no permission along.");
        }
        // From here on a closed browser must not stop us: the code is spent, and the token it gave has to be kept or given back.
        var answer = await oauth.ExchangeAsync(code, redirect, CancellationToken.None);
        if (answer.Value is not { } grant) return NotExchanged(attempt.PersonId, answer.Result);
        if (!OrcidId.TryParse(grant.Orcid, out var id)) return await GiveBackAsync(attempt.PersonId, grant, new FinishResult.RefusedByOrcid("ORCID's answer names no iD."));
        var (result, replaced) = await _writing.ConnectAsync(attempt, grant, id, user.Actor, CancellationToken.None);
        if (result is not FinishResult.Connected) return await GiveBackAsync(attempt.PersonId, grant, result);
        if (replaced is { } old) await revocations.RunAsync(old, CancellationToken.None);
        return result;
    }

    /// <summary>Forgets the permission and leaves at ORCID what was sent. ORCID is told at once, and again for seven days if it cannot be reached.</summary>
    /// <param name="personId">Whose connection; the caller has checked that the actor may.</param>
    /// <param name="actor">Who does it.</param>
    public async Task<DisconnectResult> DisconnectAsync(Guid personId, Actor actor, CancellationToken cancellationToken)
    {
        var (wasConnected, revocation) = await _writing.DisconnectAsync(personId, actor, cancellationToken);
        if (!wasConnected) return new DisconnectResult.NotConnected();
        return new DisconnectResult.Done(revocation is not { } id || await revocations.RunAsync(id, cancellationToken));
    }

    /// <summary>Has everything removed at ORCID that was sent from here, then forgets the permission. The caller then starts the push for the person.</summary>
    /// <param name="personId">Whose connection; the caller has checked that the actor may.</param>
    /// <param name="actor">Who does it.</param>
    public async Task<DisconnectResult> RemoveAndDisconnectAsync(Guid personId, Actor actor, CancellationToken cancellationToken) =>
        await _writing.LeaveAsync(personId, actor, cancellationToken) ? new DisconnectResult.Removing() : await DisconnectAsync(personId, actor, cancellationToken);

    private FinishResult NotExchanged(Guid personId, OrcidResult result)
    {
        LogNotExchanged(personId, result.Name, result.HttpStatus);
        if (result is OrcidResult.Unreachable or OrcidResult.OutcomeUnknown or OrcidResult.Busy) return new FinishResult.Unreachable();
        var message = result.Message ?? "ORCID gave no reason.";
        return new FinishResult.RefusedByOrcid(message.Length <= 500 ? message : message[..500]);
    }

    /// <summary>ORCID gave a token that we have no use for: it gets it back.</summary>
    private async Task<FinishResult> GiveBackAsync(Guid personId, TokenGrant grant, FinishResult result)
    {
        await revocations.GiveBackAsync(personId, grant.AccessToken, CancellationToken.None);
        return result;
    }

    [LoggerMessage(LogLevel.Warning, "ORCID sent person {Person} back without a code.")]
    private partial void LogNoCode(Guid person);

    [LoggerMessage(LogLevel.Warning, "The code of person {Person} was not exchanged: {Result} (HTTP {Status}).")]
    private partial void LogNotExchanged(Guid person, string result, int? status);
}
