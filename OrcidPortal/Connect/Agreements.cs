using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Connect;

/// <summary>What people agreed to. Each send names its agreement.</summary>
public sealed class Agreements(IDbContextFactory<PortalDb> contexts)
{
    /// <summary>The version of the text that the pages show now; raise it whenever the text changes its meaning.</summary>
    public const string TextVersion = "2026-11";

    /// <summary>A row to be added in the caller's transaction.</summary>
    /// <param name="kind">What the person did.</param>
    /// <param name="personId">Who agreed.</param>
    /// <param name="orcid">The iD it is about; empty where none is connected.</param>
    /// <param name="language">The language of the text they saw, for example <c>en</c>.</param>
    /// <param name="scopes">The granted scopes, separated by blanks.</param>
    /// <param name="preference">The preferences in force from now on.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">From the injected clock.</param>
    public static Agreement New(AgreementKind kind, Guid personId, string? orcid, string language, string scopes, Preference preference, Actor by, DateTimeOffset at) => new()
    {
        Kind = kind,
        PersonId = personId,
        Orcid = orcid ?? "",
        TextVersion = TextVersion,
        Language = language.Length <= 20 ? language : language[..20],
        Scopes = scopes,
        Preferences = Connect.Preferences.Describe(preference),
        By = by.Name.Length <= 300 ? by.Name : by.Name[..300],
        At = at,
    };

    /// <summary>The latest agreement of a person, or null.</summary>
    public async Task<Agreement?> LatestAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LatestAsync(db, personId, cancellationToken);
    }

    /// <inheritdoc cref="LatestAsync(Guid, CancellationToken)"/>
    /// <param name="db">The caller's transaction.</param>
    public static Task<Agreement?> LatestAsync(PortalDb db, Guid personId, CancellationToken cancellationToken) =>
        db.Agreements.AsNoTracking().Where(a => a.PersonId == personId).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);
}
