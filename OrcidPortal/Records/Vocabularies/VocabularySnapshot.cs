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

    /// <summary>What they would be with one entry more, or another one.</summary>
    public VocabularySnapshot With(string vocabulary, string value, string? target) => With([(vocabulary, value, target)]);

    /// <summary>What they would be with some entries more, or other ones.</summary>
    internal VocabularySnapshot With(IEnumerable<(string Vocabulary, string Value, string? Target)> entries)
    {
        var all = _own.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        foreach (var group in entries.GroupBy(e => e.Vocabulary))
        {
            var own = all.GetValueOrDefault(group.Key)?.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal) ?? [];
            foreach (var (_, value, target) in group) own[VocabularyKeys.Of(value)] = target;
            all[group.Key] = own.ToFrozenDictionary(StringComparer.Ordinal);
        }
        return new(all.ToFrozenDictionary(StringComparer.Ordinal), Version);
    }

    /// <summary>Whether the institution itself says something of a key.</summary>
    internal bool Says(string vocabulary, string key) => _own.GetValueOrDefault(vocabulary)?.ContainsKey(key) == true;

    /// <summary>The values ORCID takes.</summary>
    public static IReadOnlyList<string> Targets(string vocabulary) => VocabularyDefaults.Targets(vocabulary);

    /// <summary>What ORCID calls a value. Types are looked up with their scheme, <c>bibtex:misc</c>, then as the bare word.</summary>
    /// <param name="vocabulary">A name of <see cref="VocabularyNames"/>.</param>
    /// <param name="value">As a source writes it, in any case.</param>
    /// <returns>Null where the value has no entry, or the institution says that there is nothing: never a silent guess.</returns>
    public string? Resolve(string vocabulary, string? value)
    {
        var key = VocabularyKeys.Of(value);
        if (key.Length == 0) return null;
        var own = _own.GetValueOrDefault(vocabulary);
        if (own is not null && own.TryGetValue(key, out var target)) return target;
        if (VocabularyDefaults.Resolve(vocabulary, key) is { } found) return found;
        if (VocabularyKeys.BareWord(vocabulary, key) is not { } word) return null;
        return own is not null && own.TryGetValue(word, out target) ? target : VocabularyDefaults.Borrowed(vocabulary, key, word);
    }

    /// <inheritdoc cref="Resolve(string, string?)"/>
    public string? Resolve(string vocabulary, TypeValue? type) => type is null ? null : Resolve(vocabulary, $"{type.Vocabulary.Trim()}:{type.Value.Trim()}");

    /// <summary>ORCID's type of a work or funding, or null.</summary>
    public string? TypeOf(RecordKind kind, TypeValue? type) => Resolve(kind == RecordKind.Funding ? VocabularyNames.FundingType : VocabularyNames.WorkType, type);

    /// <summary>How an identifier relates to a work whose source does not say.</summary>
    /// <param name="workType">ORCID's work type; null or unknown counts as a part, which is the harmless guess.</param>
    /// <param name="identifierType">ORCID's name of the identifier type.</param>
    public string Relationship(string? workType, string identifierType)
    {
        var own = _own.GetValueOrDefault(VocabularyNames.IdentifierRelationship);
        var pair = VocabularyKeys.Of($"{identifierType}/{workType ?? "undefined"}");
        return own?.GetValueOrDefault(pair) ?? own?.GetValueOrDefault(VocabularyKeys.Of(identifierType)) ?? VocabularyDefaults.Resolve(VocabularyNames.IdentifierRelationship, pair) ?? "self";
    }
}
