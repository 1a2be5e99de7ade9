namespace OrcidPortal.Data.Entities;

/// <summary>What the institution says of a value of a vocabulary; it counts instead of the default that comes with the portal.</summary>
public sealed class VocabularyEntry : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>A name of <c>VocabularyNames</c>.</summary>
    public required string Vocabulary { get; init; }

    /// <summary>The value's key as the vocabulary looks it up, up to 200 characters: <c>bibtex:misc</c>, <c>euro</c>.</summary>
    public required string Value { get; init; }

    /// <summary>ORCID's value; null: there is none, also where a default would have one.</summary>
    public string? Target { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
    public int Revision { get; set; }
}
