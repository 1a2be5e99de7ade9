using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Identifiers of a work: known type, value and relationship each, and at least one that is the work's own.</summary>
internal static class ExternalIdRules
{
    private static readonly string[] FundingTypes = ["grant_number", "proposal-id", "uri", "doi"];

    public static ApiError? CheckFundedBy(IEnumerable<ExternalIdentifier> ids) =>
        ids.FirstOrDefault(i => i.Relationship == "funded-by" && !FundingTypes.Contains(i.Type)) is { } wrong
            ? ErrorTexts.Of(9020, $"External ID {wrong.Type} not supported for relationship funded_by")
            : null;

    public static ApiError? Check(IReadOnlyList<ExternalIdentifier> ids)
    {
        List<string> faults = [];
        foreach (var id in ids)
        {
            if (!IdentifierTypes.IsKnown(id.Type)) faults.Add(id.Type ?? "type");
            if (string.IsNullOrWhiteSpace(id.Value)) faults.Add("value");
            if (id.Relationship is null || !Vocabulary.Relationships.Contains(id.Relationship)) faults.Add("relationship");
        }
        if (ids.All(i => i.Relationship != "self")) faults.Add("At least one identifier with 'self' relationship is required");
        return faults.Count == 0 ? null : ErrorTexts.Of(9023, $"Invalid external-id  {string.Join(", ", faults)}");
    }
}
