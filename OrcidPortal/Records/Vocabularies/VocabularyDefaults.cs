using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>The defaults that come with the portal, by vocabulary. Keys are in the form of <see cref="VocabularyKeys"/>.</summary>
internal static class VocabularyDefaults
{
    /// <summary>The default for a key, or null.</summary>
    internal static string? Resolve(string vocabulary, string key) => vocabulary switch
    {
        VocabularyNames.WorkType => key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? WorkTypes.Resolve(new TypeValue(key[..colon], key[(colon + 1)..]))
            : null,
        _ => null,
    };
}
