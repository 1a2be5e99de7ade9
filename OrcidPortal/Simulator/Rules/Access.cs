using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Who may read and write what.</summary>
internal static class Access
{
    /// <summary>A token opens its own record only; a client's own token has no record and reads what is public everywhere.</summary>
    public static ApiError? CheckOwner(AccessToken token, string orcid) =>
        token.Orcid is null || token.Orcid == orcid ? null : ErrorTexts.Of(9017, "Access token is for a different record");

    public static ApiError? CheckScope(AccessToken token, params string[] scopes) => Scopes.Permit(token.Scope, scopes) ? null : ErrorTexts.Of(9038);

    /// <param name="work">What is asked for.</param>
    /// <param name="token">The caller's; null for somebody unknown.</param>
    /// <param name="isPublicApi">The public API shows public items only, whoever asks.</param>
    public static ApiError? CheckRead(StoredWork work, AccessToken? token, bool isPublicApi)
    {
        if (isPublicApi) return work.Visibility == "public" ? null : ErrorTexts.Of(9039);
        if (token is null) return ErrorTexts.Of(9017);
        if (work.Visibility == "public" && Scopes.Permit(token.Scope, Scopes.ReadPublic)) return null;
        if (work.IsFromClient(token.ClientId)) return null;
        if (!Scopes.Permit(token.Scope, Scopes.WorksReadLimited)) return ErrorTexts.Of(9038);
        return work.Visibility == "private" ? ErrorTexts.Of(9013) : null;
    }
}
