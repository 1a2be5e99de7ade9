using System.Xml.Linq;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Identifiers of an item: known type, value and relationship each; a work needs at least one that is its own.</summary>
internal static class ExternalIdRules
{
    private static readonly string[] FundingTypes = ["grant_number", "proposal-id", "uri", "doi"];

    public static ApiError? CheckFundedBy(IEnumerable<XElement> ids) =>
        ids.FirstOrDefault(i => ItemKeys.RelationshipOf(i) == "funded-by" && !FundingTypes.Contains(ItemKeys.TypeOf(i))) is { } wrong
            ? ErrorTexts.Of(9020, $"External ID {ItemKeys.TypeOf(wrong)} not supported for relationship funded_by")
            : null;

    public static ApiError? Check(IReadOnlyList<XElement> ids, bool needsSelf)
    {
        List<string> faults = [];
        foreach (var id in ids)
        {
            if (!IdentifierTypes.IsKnown(ItemKeys.TypeOf(id))) faults.Add(ItemKeys.TypeOf(id) ?? "type");
            if (string.IsNullOrWhiteSpace(ItemKeys.ValueOf(id))) faults.Add("value");
            if (ItemKeys.RelationshipOf(id) is not { } relationship || !Vocabulary.Relationships.Contains(relationship)) faults.Add("relationship");
        }
        if (needsSelf && !ids.Any(ItemKeys.IsSelf)) faults.Add("At least one identifier with 'self' relationship is required");
        return faults.Count == 0 ? null : ErrorTexts.Of(9023, $"Invalid external-id  {string.Join(' ', faults)}");
    }
}
