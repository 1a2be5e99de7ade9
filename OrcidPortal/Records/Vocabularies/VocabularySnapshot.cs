using System.Collections.Frozen;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>All vocabularies at one moment: the defaults, with what the institution says over them. Immutable; safe to use from many threads.</summary>
public sealed class VocabularySnapshot
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string?>> _own;

    private VocabularySnapshot(FrozenDictionary<string, FrozenDictionary<string, string?>> own, long version) => (_own, Version) = (own, version);

    /// <summary>The defaults that come with the portal.</summary>
    public static VocabularySnapshot Defaults { get; } = new(FrozenDictionary<string, FrozenDictionary<string, string?>>.Empty, 0);

    /// <summary>Rises with each change.</summary>
    public long Version { get; }

    /// <summary>The defaults with the institution's entries over them.</summary>
    public static VocabularySnapshot Of(IEnumerable<VocabularyEntry> entries, long version) => new(
        entries.GroupBy(e => e.Vocabulary).ToFrozenDictionary(g => g.Key, g => g.ToFrozenDictionary(e => e.Value, e => e.Target, StringComparer.Ordinal)), version);

    /// <summary>The values ORCID takes.</summary>
    public static IReadOnlyList<string> Targets(string vocabulary) => VocabularyDefaults.Targets(vocabulary);

    /// <summary>What ORCID calls a value.</summary>
    /// <param name="vocabulary">A name of <see cref="VocabularyNames"/>.</param>
    /// <param name="value">As a source writes it, in any case.</param>
    /// <returns>Null where the value has no entry: never a silent guess.</returns>
    public string? Resolve(string vocabulary, string? value)
    {
        var key = VocabularyKeys.Of(value);
        if (key.Length == 0) return null;
        return IsOwn(vocabulary, key, out var target) ? target : VocabularyDefaults.Resolve(vocabulary, key);
    }

    /// <summary>What ORCID calls the type of a record: looked up with its scheme, then without. What the institution said of the one with its scheme stands, also where it said that there is none.</summary>
    public string? TypeOf(RecordKind kind, TypeValue? type)
    {
        if (type is null) return null;
        var vocabulary = kind == RecordKind.Funding ? VocabularyNames.FundingType : VocabularyNames.WorkType;
        var withScheme = $"{type.Vocabulary}:{type.Value}";
        return IsOwn(vocabulary, VocabularyKeys.Of(withScheme), out var target) ? target : Resolve(vocabulary, withScheme) ?? Resolve(vocabulary, type.Value);
    }

    private bool IsOwn(string vocabulary, string key, out string? target)
    {
        target = null;
        return _own.TryGetValue(vocabulary, out var own) && own.TryGetValue(key, out target);
    }

    /// <summary>How an identifier relates to a work whose source does not say.</summary>
    /// <param name="workType">ORCID's work type; null or unknown counts as a part, which is the harmless guess.</param>
    /// <param name="identifierType">ORCID's name of the identifier type.</param>
    public string Relationship(string? workType, string identifierType) =>
        Resolve(VocabularyNames.IdentifierRelationship, $"{identifierType}/{workType ?? "undefined"}")
        ?? Resolve(VocabularyNames.IdentifierRelationship, identifierType)
        ?? "self";
}
