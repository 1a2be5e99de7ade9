using System.Text.Json;

namespace OrcidPortal.Simulator.Rules;

/// <summary>ORCID's closed lists. Source: orcid-model and the registry's identifier-type and scope tables.</summary>
internal static class Vocabulary
{
    private static readonly Lists All = Load();

    public static IReadOnlyCollection<string> WorkTypes => All.WorkTypes;
    public static IReadOnlyCollection<string> Relationships => All.Relationships;
    public static IReadOnlyCollection<string> CitationTypes => All.CitationTypes;
    public static IReadOnlyCollection<string> ContributorSequences => All.ContributorSequences;
    public static IReadOnlyCollection<string> ContributorRoles => All.ContributorRoles;
    public static IReadOnlyCollection<string> LanguageCodes => All.LanguageCodes;
    public static IReadOnlyCollection<string> Countries => All.Countries;
    public static IReadOnlyCollection<string> Visibilities => All.Visibilities;
    public static IReadOnlyCollection<string> FundingTypes => All.FundingTypes;
    public static IReadOnlyCollection<string> FundingContributorRoles => All.FundingContributorRoles;

    /// <summary>Currencies of ISO 4217, retired ones among them, as Java knows them.</summary>
    public static IReadOnlyCollection<string> Currencies => All.Currencies;

    public static IReadOnlyDictionary<string, IdentifierType> IdentifierTypes { get; } = All.IdentifierTypes.ToDictionary(t => t.Name);
    public static IReadOnlyDictionary<string, ScopeEntry> Scopes { get; } = All.Scopes.ToDictionary(s => s.Value);

    private static Lists Load()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("OrcidPortal.Simulator.Vocabularies.vocabularies.json")
            ?? throw new InvalidOperationException("The vocabularies are missing from the assembly.");
        return JsonSerializer.Deserialize<Lists>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Lists(
        HashSet<string> WorkTypes, HashSet<string> Relationships, HashSet<string> CitationTypes, HashSet<string> ContributorSequences,
        HashSet<string> ContributorRoles, HashSet<string> LanguageCodes, HashSet<string> Countries, HashSet<string> Visibilities,
        HashSet<string> FundingTypes, HashSet<string> FundingContributorRoles, HashSet<string> Currencies,
        List<IdentifierType> IdentifierTypes, List<ScopeEntry> Scopes);
}

/// <summary>A type of identifier, as the API names it.</summary>
internal sealed record IdentifierType(string Name, string Prefix, bool CaseSensitive, string Description);

/// <summary>A permission and the ones it includes, with the words of the consent page.</summary>
internal sealed record ScopeEntry(string Value, IReadOnlyList<string> Includes, bool TwoLegged, bool Internal, string Text, string Explanation);
