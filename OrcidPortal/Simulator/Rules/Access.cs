using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Who may read and write what.</summary>
internal static class Access
{
    /// <summary>A token opens its own record only; a client's own token has no record and reads what is public everywhere.</summary>
    public static ApiError? CheckOwner(AccessToken token, string orcid) =>
        token.Orcid is null || token.Orcid == orcid ? null : ErrorTexts.Of(9017, "Access token is for a different record");

    public static ApiError? CheckScope(AccessToken token, IEnumerable<string> scopes) => Scopes.Permit(token.Scope, [.. scopes]) ? null : ErrorTexts.Of(9038);

    public static ApiError? CheckRead(StoredItem item, Viewer viewer) =>
        CheckRead(item.Visibility, item.IsFromClient(viewer.Token?.ClientId), item.Section.ReadScope, viewer);

    /// <param name="visibility">Whom its owner shows it to.</param>
    /// <param name="isOwn">Whether the caller added it.</param>
    /// <param name="readScope">What opens more than what is public.</param>
    /// <param name="viewer">Who looks.</param>
    public static ApiError? CheckRead(string visibility, bool isOwn, string readScope, Viewer viewer)
    {
        if (viewer.IsPublic) return visibility == "public" ? null : ErrorTexts.Of(9039);
        if (viewer.Token is not { } token) return ErrorTexts.Of(9017);
        if (visibility == "public" && Scopes.Permit(token.Scope, Scopes.ReadPublic)) return null;
        if (isOwn) return null;
        if (!Scopes.Permit(token.Scope, readScope)) return ErrorTexts.Of(9038);
        return visibility == "private" ? ErrorTexts.Of(9013) : null;
    }
}

/// <summary>Who looks at a record.</summary>
/// <param name="Token">The caller's; null for somebody unknown.</param>
/// <param name="IsPublic">The public API shows public items only, whoever asks.</param>
internal sealed record Viewer(AccessToken? Token, bool IsPublic);
