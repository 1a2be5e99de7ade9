using System.Text.RegularExpressions;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>What a client knows of the person beforehand, to spare them typing. Markup is taken out.</summary>
internal sealed partial record Prefill(string? Orcid, string? Email, string? GivenNames, string? FamilyName, bool WantsRegistration)
{
    public static Prefill From(AuthorizeQuery query) => new(
        Plain(query["orcid"]), Plain(query["email"]), Plain(query["given_names"]), Plain(query["family_names"]),
        string.Equals(query["show_login"], "false", StringComparison.OrdinalIgnoreCase));

    /// <summary>Who is meant: the iD counts before the e-mail address. Null: nobody the registry knows.</summary>
    public Person? FindIn(RegistryState state) => Orcid is not null
        ? state.FindPerson(Orcid)
        : state.People.FirstOrDefault(p => p.Email.Equals(Email, StringComparison.OrdinalIgnoreCase));

    /// <summary>What stands in the sign-in box.</summary>
    public string? UserName => Orcid ?? Email;

    /// <summary>Whether registering is what the person has to do first: it is asked for, or somebody is named who has no account.</summary>
    public bool MeansRegistration(RegistryState state) => FindIn(state) is null && (WantsRegistration || UserName is not null);

    private static string? Plain(string? text) => text is null ? null : Tag().Replace(text, "").Trim() is { Length: > 0 } plain ? plain : null;

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Tag();
}
