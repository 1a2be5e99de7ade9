using System.Collections.Frozen;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>Types of fundings: ORCID's four, and what funders and repositories call them. A fellowship pays a person: it is a salary award.</summary>
internal static class FundingTypes
{
    internal static readonly FrozenDictionary<string, string> Table = new Dictionary<string, string>
    {
        ["grant"] = "grant", ["contract"] = "contract", ["award"] = "award", ["salary-award"] = "salary-award", ["salary award"] = "salary-award",
        ["research grant"] = "grant", ["project"] = "grant", ["project grant"] = "grant", ["research project"] = "grant", ["funding"] = "grant", ["grant agreement"] = "grant",
        ["scholarship"] = "award", ["prize"] = "award", ["honour"] = "award", ["honor"] = "award", ["travel grant"] = "award", ["fellowship"] = "salary-award",
        ["research fellowship"] = "salary-award", ["stipend"] = "salary-award", ["studentship"] = "salary-award", ["personnel"] = "salary-award",
        ["research contract"] = "contract", ["service contract"] = "contract", ["consultancy"] = "contract", ["tender"] = "contract", ["subcontract"] = "contract",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
