namespace OrcidPortal.Simulator.Search;

/// <summary>The values of a field of one record, in the form in which they are compared; made when they are first looked at.</summary>
internal sealed class SearchedText(FieldKind kind, IReadOnlyList<string> values)
{
    private readonly Lazy<IReadOnlyList<IReadOnlyList<string>>> words = new(() => [.. values.Select(v => Words.Of(v, kind == FieldKind.FoldedWords))]);
    private readonly Lazy<IReadOnlyList<string>> whole = new(() => [.. values.Select(v => Words.Normal(Words.Sound(v.Trim()), isFolded: false))]);
    private readonly bool hasWords = kind != FieldKind.Whole;
    private readonly bool hasWhole = kind is FieldKind.Whole or FieldKind.Anything;

    public bool IsEmpty => values.Count == 0;

    /// <summary>All that a pattern, a range or a misspelling is compared with.</summary>
    public IEnumerable<string> Terms => (hasWords ? words.Value.SelectMany(w => w) : []).Concat(hasWhole ? whole.Value : []);

    /// <summary>Whether the words follow one another in a value, or a value is the whole.</summary>
    public bool Has(Term term) =>
        (hasWords && words.Value.Any(w => term.Slop > 0 ? WordRuns.ContainsNear(w, term.Words, term.Slop) : WordRuns.Contains(w, term.Words)))
        || (hasWhole && whole.Value.Contains(term.Whole));
}

/// <summary>What is looked for, both ways in which it can be compared.</summary>
/// <param name="Words">Word by word.</param>
/// <param name="Whole">As one.</param>
/// <param name="Slop">How many other words may stand between.</param>
internal sealed record Term(IReadOnlyList<string> Words, string Whole, int Slop);
