using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping;

/// <summary>
/// Keys by which an item is recognised at ORCID. Works and fundings have identifiers of their own; what has none is recognised by what it is about:
/// a position by role, place and beginning, a name by its letters.
/// </summary>
public static class SelfKeys
{
    /// <summary>The keys of a message, without repetition; two items of one section that share one are the same.</summary>
    public static IReadOnlyList<string> Of(OrcidMessage message) => message switch
    {
        WorkMessage work => Own(work.ExternalIds),
        FundingMessage funding => Own(funding.ExternalIds),
        AffiliationMessage affiliation => OfAffiliation(affiliation),
        OtherNameMessage name => Of("name", name.Content),
        KeywordMessage keyword => Of("keyword", keyword.Content),
        AddressMessage address => Of("country", address.Country),
        ResearcherUrlMessage website => website.Url.Length == 0 ? [] : [Cut($"website:{website.Url.TrimEnd('/')}")],
        PersonIdentifierMessage id => id.Value.Length == 0 ? [] : [Cut($"identifier:{Fold(id.Type)}:{Fold(id.Value)}")],
        _ => [],
    };

    private static List<string> Own(IReadOnlyList<ExternalId> ids)
    {
        var keys = new List<string>(ids.Count);
        foreach (var id in ids)
            if (id.Relationship == Relationship.Self && id.Key is var key && !keys.Contains(key)) keys.Add(key);
        return keys;
    }

    private static List<string> OfAffiliation(AffiliationMessage position)
    {
        var keys = Own(position.ExternalIds);
        if (position.Organization is not { } place) return keys;
        var rest = $"{Fold(position.RoleTitle)}|{Fold(position.DepartmentName)}|{position.StartDate}";
        if (Fold(place.Name) is { Length: > 0 } name) keys.Add(Cut($"position:{name}|{rest}"));
        if (place.DisambiguatedId is { Length: > 0 } id) keys.Add(Cut($"position:{id}|{rest}"));
        return keys;
    }

    /// <summary>What holds neither letters nor figures is compared as it is.</summary>
    private static string[] Of(string kind, string content) => Fold(content) is { Length: > 0 } folded ? [Cut($"{kind}:{folded}")] : content.Length == 0 ? [] : [Cut($"{kind}:{content}")];

    private static string Fold(string? text) => RecordUpdate.SortForm(text);

    private static string Cut(string key) => key.Length <= 400 ? key : key[..400];
}
