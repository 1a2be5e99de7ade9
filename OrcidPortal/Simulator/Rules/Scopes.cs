namespace OrcidPortal.Simulator.Rules;

/// <summary>Permissions and what they include.</summary>
internal static class Scopes
{
    public const string ReadPublic = "/read-public";
    public const string PremiumNotification = "/premium-notification";
    public const string ActivitiesReadLimited = "/activities/read-limited";
    public const string PersonReadLimited = "/person/read-limited";

    /// <summary>Dead for ordinary clients, though still in ORCID's list.</summary>
    private const string ProfileCreate = "/orcid-profile/create";

    public const string Authenticate = "/authenticate";
    public const string OpenId = "openid";
    public const string EmailReadPrivate = "/email/read-private";

    private static readonly string[] ForPublicClients = [Authenticate, OpenId, ReadPublic];
    private static readonly string[] Ignored = ["profile", "email", "address", "phone", "offline_access"];

    /// <summary>The single scopes of a request, each once; OpenID's own that ORCID drops silently are left out.</summary>
    public static IReadOnlyList<string> Split(string? scope) =>
        [.. (scope ?? "").Split([' ', '+', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Except(Ignored).Distinct()];

    /// <summary>Whether a token's scopes permit what <paramref name="wanted"/> stands for.</summary>
    public static bool Permit(string tokenScope, params string[] wanted) =>
        Split(tokenScope).Any(s => Vocabulary.Scopes.TryGetValue(s, out var entry) && wanted.Any(entry.Includes.Contains));

    public static bool IsKnown(string scope) => Vocabulary.Scopes.TryGetValue(scope, out var entry) && !entry.Internal;

    /// <summary>Whether a person can give it; the others a client has by itself.</summary>
    public static bool IsForPeople(string scope) => IsKnown(scope) && !Vocabulary.Scopes[scope].TwoLegged;

    public static bool IsForClients(string scope) => IsKnown(scope) && Vocabulary.Scopes[scope].TwoLegged && scope != ProfileCreate;

    /// <summary>Whether this client may ask for it at all: a public one for little, a member for everything unless its list says less.</summary>
    public static bool IsAllowed(SimulatorClient client, string scope) =>
        (!client.IsPublic || ForPublicClients.Contains(scope)) && (client.Scopes is null || client.Scopes.Contains(scope));

    public static bool IsSameSet(string one, string other) => Split(one).ToHashSet().SetEquals(Split(other));
}
