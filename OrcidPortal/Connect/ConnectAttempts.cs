using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Connect;

/// <summary>
/// The <c>state</c> of a way to ORCID and back: a sealed attempt id. The attempt's row says whose it is, which browser began it, when it ends
/// and whether it was used; so it is good once, however many callbacks arrive together.
/// </summary>
internal sealed class ConnectAttempts(Transactions transactions, IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _state = protection.CreateProtector("connect.state");

    /// <returns>The state to send along.</returns>
    public async Task<string> BeginAsync(Guid personId, Guid accountId, string browserValue, string scopes, string language, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var attempt = new ConnectAttempt
        {
            PersonId = personId,
            AccountId = accountId,
            BrowserHash = Hash(browserValue),
            Scopes = scopes,
            Language = language.Length <= 20 ? language : language[..20],
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        await transactions.RunAsync(async (db, ct) =>
        {
            await db.ConnectAttempts.Where(a => a.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(ct);
            db.ConnectAttempts.Add(attempt);
        }, cancellationToken);
        return _state.Protect(attempt.Id.ToString("N"));
    }

    /// <summary>Takes the attempt that a state names: only one call gets it.</summary>
    /// <param name="state">As it came back.</param>
    /// <param name="browserValue">The value in the browser's cookie; empty where it has none.</param>
    /// <param name="accountId">Who is signed in.</param>
    /// <param name="personId">The person of that account.</param>
    /// <returns>The attempt, or why it cannot be had.</returns>
    public async Task<(ConnectAttempt? Attempt, FinishResult? Refusal)> TakeAsync(
        string? state, string browserValue, Guid accountId, Guid? personId, CancellationToken cancellationToken)
    {
        if (Open(state) is not { } id) return (null, new FinishResult.StateInvalid());
        return await transactions.RunAsync<(ConnectAttempt?, FinishResult?)>(async (db, ct) =>
        {
            var now = time.GetUtcNow();
            var attempt = await db.ConnectAttempts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
            if (attempt is null || attempt.AccountId != accountId || attempt.PersonId != personId || !IsSameBrowser(attempt, browserValue))
                return (null, new FinishResult.StateInvalid());
            if (attempt.UsedAt is not null) return (null, new FinishResult.StateUsed());
            if (attempt.ExpiresAt <= now) return (null, new FinishResult.StateExpired());
            var taken = await db.ConnectAttempts.Where(a => a.Id == id && a.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(a => a.UsedAt, now), ct);
            return taken == 1 ? (attempt, null) : (null, new FinishResult.StateUsed());
        }, cancellationToken);
    }

    private Guid? Open(string? state)
    {
        if (state is not { Length: > 0 and <= 1000 }) return null;
        try
        {
            return Guid.TryParseExact(_state.Unprotect(state), "N", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool IsSameBrowser(ConnectAttempt attempt, string browserValue) =>
        browserValue.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(attempt.BrowserHash), Encoding.ASCII.GetBytes(Hash(browserValue)));

    private static string Hash(string browserValue) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(browserValue)));
}
