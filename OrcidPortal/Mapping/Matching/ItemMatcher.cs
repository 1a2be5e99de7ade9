using System.Globalization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Matching;

/// <summary>
/// Says which of a person's fundings, positions or profile items one at ORCID is; works have a matcher of their own. A person has few of them, so each is compared with each. Pure.
/// </summary>
public static class ItemMatcher
{
    private const double Half = 0.5;

    /// <summary>Which of ours it is.</summary>
    /// <param name="kind">What they all are.</param>
    /// <param name="theirs">What ORCID says.</param>
    /// <param name="ours">What we hold; a match names their place in this list.</param>
    public static WorkMatch Match(RecordKind kind, RecordFields theirs, IReadOnlyList<RecordFields> ours)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        var found = ours.Index().Select(o => new MatchCandidate(o.Index, Likeness(kind, theirs, o.Item), SharesId(theirs, o.Item) ? MatchReason.Identifier : MatchReason.Title))
            .Where(c => c.Score >= Half).OrderByDescending(c => c.Score).ThenBy(c => c.Index).ToList();
        if (found.Count == 0) return new WorkMatch.None();
        return found[0].Score >= 1 && found.Count(c => c.Score >= 1) == 1 ? new WorkMatch.Sure(found[0].Index, found[0].Reason) : new WorkMatch.Maybe(found);
    }

    private static double Likeness(RecordKind kind, RecordFields a, RecordFields b) => kind switch
    {
        RecordKind.Funding => OfFundings(a, b),
        RecordKind.OtherName or RecordKind.Keyword => Whether(Same(a.Content, b.Content) == true),
        RecordKind.Country => Whether(CountryOf(a.Country) is { Length: > 0 } country && country == CountryOf(b.Country)),
        RecordKind.Website => Whether(AddressOf(a.Url) is { Length: > 0 } address && address == AddressOf(b.Url)),
        RecordKind.PersonIdentifier => Whether(a.ExternalIds.Any(i => b.ExternalIds.Any(o => Same(PersonIdentifierTypes.Spell(i.Type), PersonIdentifierTypes.Spell(o.Type)) == true && Same(i.Value, o.Value) == true))),
        _ => OfPositions(a, b),
    };

    private static double Whether(bool same) => same ? 1 : 0;

    private static double OfFundings(RecordFields a, RecordFields b)
    {
        var funder = SamePlace(a, b);
        if (SharesId(a, b) && funder != false) return 1;
        if (Same(a.Title, b.Title) != true) return funder == true && Apart(a, b) == 0 && SharesId(a, b) ? 0.8 : 0;
        return funder == true || (funder is null && Apart(a, b) == 0) ? 1 : 0.7;
    }

    /// <summary>Somebody has several positions at one place, one after the other: role or beginning must agree, and neither may contradict.</summary>
    private static double OfPositions(RecordFields a, RecordFields b)
    {
        if (SamePlace(a, b) is not { } same) return 0;
        var (role, apart) = (Same(a.RoleTitle, b.RoleTitle), Apart(a, b));
        if (!same) return IsPartOf(a.OrganizationName, b.OrganizationName) && apart == 0 && role != false ? 0.6 : 0;
        if (role == true && apart is null or 0) return 1;
        if (apart == 0 && role is null) return 1;
        if (apart == 0 || role == true) return 0.7;
        return role is null && apart is null ? 0.6 : 0;
    }

    /// <summary>Null where one of them does not say.</summary>
    private static bool? Same(string? a, string? b)
    {
        var (one, other) = (RecordUpdate.SortForm(a), RecordUpdate.SortForm(b));
        return one.Length == 0 || other.Length == 0 ? null : one == other;
    }

    private static bool? SamePlace(RecordFields a, RecordFields b) =>
        a.OrganizationId is { Length: > 0 } one && b.OrganizationId is { Length: > 0 } other && string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) ? true : Same(a.OrganizationName, b.OrganizationName);

    private static bool IsPartOf(string? a, string? b) => MatchKeys.AreAlike(a, b);

    /// <summary>How many years lie between the beginnings; null where one of them does not say.</summary>
    private static int? Apart(RecordFields a, RecordFields b) =>
        PartialDate.TryParse(a.StartDate, out var one) && PartialDate.TryParse(b.StartDate, out var other) ? Math.Abs(one.Year - other.Year) : null;

    private static bool SharesId(RecordFields a, RecordFields b) => a.ExternalIds.Any(i => i.Relationship is null or "self" && b.ExternalIds.Any(o => o.Relationship is null or "self" && o.Key == i.Key));

    private static string CountryOf(string? country)
    {
        var text = (country ?? "").Trim().ToUpperInvariant();
        if (text.Length != 2) return text;
        try
        {
            return new RegionInfo(text).EnglishName.ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static string AddressOf(string? url)
    {
        var text = (url ?? "").Trim().TrimEnd('/').ToLowerInvariant();
        var at = text.IndexOf("://", StringComparison.Ordinal);
        return (at < 0 ? text : text[(at + 3)..]) is var rest && rest.StartsWith("www.", StringComparison.Ordinal) ? rest[4..] : rest;
    }
}
