namespace OrcidPortal.Records.Vocabularies;

/// <summary>A line of a file about vocabularies, its cells as they came.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Target">ORCID's word; <c>none</c>: there is none; blank: the line leaves what is there.</param>
public sealed record VocabularyFileLine(int Line, string? Vocabulary, string? Word, string? Target);

/// <summary>What a line of a file would do.</summary>
/// <param name="Vocabulary">A name of <see cref="VocabularyNames.All"/>; as it came where it is refused.</param>
/// <param name="Word">Its key; as it came where it is refused.</param>
/// <param name="Before">ORCID's word that counts now; null: none.</param>
/// <param name="After">ORCID's word that counts then; null: none.</param>
/// <param name="Sentence">Why it is refused, for people; else null.</param>
public sealed record VocabularyChange(int Line, FileOutcome Outcome, string Vocabulary, string Word, string? Before, string? After, string? Sentence = null);

/// <summary>What a file would do to the vocabularies.</summary>
/// <param name="Version">The version of the vocabularies it was looked at with.</param>
public sealed record VocabularyPlan(IReadOnlyList<VocabularyChange> Lines, long Version)
{
    /// <summary>The word that says that ORCID has none.</summary>
    public const string None = "none";

    public FileFigures Figures { get; } = FileFigures.Of(Lines.Select(l => l.Outcome));
}

/// <summary>What became of a file.</summary>
public abstract record VocabularyImportResult
{
    private VocabularyImportResult() { }

    /// <summary>All that it was to change is changed.</summary>
    public sealed record Applied(FileFigures Figures) : VocabularyImportResult;

    /// <summary>Somebody changed the vocabularies since it was looked at; nothing was saved.</summary>
    /// <param name="Plan">What it would do now.</param>
    public sealed record Moved(VocabularyPlan Plan) : VocabularyImportResult;
}
