using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Pages.Curation;

/// <summary>How an identifier relates to its work, in the names of the texts (<c>Rel.self</c> ...).</summary>
internal static class Relations
{
    /// <summary>The names one may choose, in ORCID's words.</summary>
    public static IReadOnlyList<string> All { get; } = ["self", "part-of", "version-of", "funded-by"];

    /// <summary>The relation an identifier has now.</summary>
    /// <param name="identifier">As the record or the draft has it.</param>
    /// <param name="kind">What has it: only of works the type decides.</param>
    /// <param name="workType">ORCID's type of the work; null: unknown.</param>
    /// <param name="words">The vocabularies, which decide where the record does not say.</param>
    /// <returns>The name, and whether the work's type decided because the record does not say.</returns>
    public static (string Name, bool Decided) Of(FieldIdentifier identifier, RecordKind kind, string? workType, VocabularySnapshot words)
    {
        var said = identifier.Relationship?.Trim().ToLowerInvariant().Replace('_', '-');
        return said is not null && All.Contains(said) ? (said, false) : (kind != RecordKind.Work ? "self" : words.Relationship(workType, identifier.Type.Trim().ToLowerInvariant()), true);
    }

    public static string NameOf(Relationship? relationship) => relationship switch
    {
        Relationship.PartOf => "part-of",
        Relationship.VersionOf => "version-of",
        Relationship.FundedBy => "funded-by",
        _ => "self",
    };
}
