namespace OrcidPortal.Data.Entities;

/// <summary>
/// The index that says which records use which value: a word of a vocabulary that is not ORCID's own, or an organisation. Written with the record,
/// so that a changed entry plans just the records it touches.
/// </summary>
public sealed class RecordTerm
{
    /// <summary>A name of <c>VocabularyNames</c>, or <c>organization</c>.</summary>
    public required string Vocabulary { get; init; }

    /// <summary>The value's key as the vocabulary looks it up, up to 200 characters.</summary>
    public required string Value { get; init; }
    public Guid RecordId { get; init; }
}
