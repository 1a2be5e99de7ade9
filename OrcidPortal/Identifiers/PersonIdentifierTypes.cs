using System.Collections.Frozen;

namespace OrcidPortal.Identifiers;

/// <summary>The services that identify people, as they and ORCID's own pages spell them. ORCID takes any text.</summary>
public static class PersonIdentifierTypes
{
    public const string Isni = "ISNI";

    /// <summary>The usual ones.</summary>
    public static IReadOnlyList<string> All { get; } = ["Scopus Author ID", "ResearcherID", Isni, "Loop profile", "Ciência ID", "GND", "DAI"];

    private static readonly FrozenDictionary<string, string> Spellings = All.ToFrozenDictionary(t => t, StringComparer.OrdinalIgnoreCase);

    /// <summary>The usual spelling; another type as it is.</summary>
    public static string Spell(string type) => Spellings.GetValueOrDefault(type, type);
}
