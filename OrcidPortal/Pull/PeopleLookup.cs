using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull;

/// <summary>
/// Looks whether somebody has an ORCID record, so that they can be invited to connect it. What it finds holds no iD: nobody's is known here, or shown, before they have signed in at ORCID themselves.
/// </summary>
public sealed class PeopleLookup(InstitutionTokens tokens, OrcidMemberClient client, CallBudget budget)
{
    private const string Scope = PublicAccess.Scope;
    private const int Most = 10;
    private const int LongestText = 200;

    /// <summary>Looks for names, an e-mail address, a place, or an iD that somebody gave.</summary>
    public async Task<LookupAnswer> FindAsync(LookupQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (QueryOf(question) is not { } query) return new LookupAnswer.Nothing();
        var grant = await tokens.GetAsync(Scope, cancellationToken);
        if (grant.Value is not { } token) return new LookupAnswer.Failed(grant.Result is OrcidResult.MissingScope);
        var answer = await budget.CallAsync(null, () => client.SearchAsync(token.AccessToken, query, Most, cancellationToken), cancellationToken);
        if (answer.Result is OrcidResult.TokenRejected) tokens.Forget(Scope);
        if (answer.Value is not { } found) return new LookupAnswer.Failed(false);
        return new LookupAnswer.Found(found.Total, [.. found.Records.Select(r => new FoundPerson(
            NameOf(r), r.OtherNames, r.Institutions, question.Email is { Length: > 0 } email && r.Emails.Contains(email.Trim(), StringComparer.OrdinalIgnoreCase)))]);
    }

    /// <summary>In Lucene's syntax; null: nothing is asked. What somebody types cannot leave its quotes.</summary>
    internal static string? QueryOf(LookupQuestion question)
    {
        if (OrcidId.TryParse(question.Orcid, out var orcid)) return $"orcid:{orcid}";
        List<string> parts = [];
        if (Quoted(question.GivenNames) is { } given) parts.Add($"given-names:{given}");
        if (Quoted(question.FamilyName) is { } family) parts.Add($"family-name:{family}");
        if (Quoted(question.Affiliation) is { } place) parts.Add($"affiliation-org-name:{place}");
        var byName = string.Join(" AND ", parts);
        return (Quoted(question.Email), byName) switch
        {
            ({ } email, { Length: > 0 }) => $"email:{email} OR ({byName})",
            ({ } email, _) => $"email:{email}",
            (_, { Length: > 0 }) => byName,
            _ => null,
        };
    }

    private static string? Quoted(string? text)
    {
        var words = new string([.. (text ?? "").Select(c => char.IsControl(c) || c is '"' or '\\' ? ' ' : c)]).Trim();
        return words.Length == 0 ? null : $"\"{words[..Math.Min(words.Length, LongestText)]}\"";
    }

    private static string NameOf(FoundRecord record) => record.CreditName ?? string.Join(' ', new[] { record.GivenNames, record.FamilyName }.OfType<string>());
}

/// <summary>Whom to look for; what is null is not looked for.</summary>
/// <param name="Orcid">An iD that somebody gave; with it nothing else counts.</param>
public sealed record LookupQuestion(string? GivenNames, string? FamilyName, string? Email, string? Affiliation, string? Orcid);

/// <summary>Somebody with an ORCID record.</summary>
/// <param name="Name">As they publish; empty where it is not public.</param>
/// <param name="Institutions">Where they are or were.</param>
/// <param name="HasEmail">Whether the e-mail address that was looked for is public there.</param>
public sealed record FoundPerson(string Name, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Institutions, bool HasEmail);

/// <summary>What became of looking.</summary>
public abstract record LookupAnswer
{
    private LookupAnswer() { }

    /// <summary>Nothing was asked.</summary>
    public sealed record Nothing : LookupAnswer;

    /// <summary>ORCID answered.</summary>
    /// <param name="Total">How many there are in all.</param>
    /// <param name="People">The first of them.</param>
    public sealed record Found(long Total, IReadOnlyList<FoundPerson> People) : LookupAnswer;

    /// <summary>ORCID did not answer, or may not be asked.</summary>
    /// <param name="IsNotAllowed">The institution's credentials do not allow it.</param>
    public sealed record Failed(bool IsNotAllowed) : LookupAnswer;
}
