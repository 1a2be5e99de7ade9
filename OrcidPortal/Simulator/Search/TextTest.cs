namespace OrcidPortal.Simulator.Search;

/// <summary>What the values of a field have to be like; one of them is enough.</summary>
internal abstract record TextTest
{
    public abstract bool IsMet(SearchedText text);
}

/// <summary>There is a value.</summary>
internal sealed record AnyText : TextTest
{
    public override bool IsMet(SearchedText text) => !text.IsEmpty;
}

/// <summary>A word, a phrase or an identifier.</summary>
internal sealed record TermText(Term Term) : TextTest
{
    public override bool IsMet(SearchedText text) => text.Has(Term);
}

/// <summary>A pattern of <see cref="Wildcard"/>.</summary>
internal sealed record PatternText(string Pattern) : TextTest
{
    public override bool IsMet(SearchedText text) => text.Terms.Any(t => Wildcard.Matches(Pattern, t));
}

/// <summary>A word that may be misspelt by so many letters.</summary>
internal sealed record NearText(string Word, int Letters) : TextTest
{
    public override bool IsMet(SearchedText text) => text.Terms.Any(t => EditDistance.IsWithin(Word, t, Letters));
}

/// <summary>A word between two in the order of their characters; null: no bound.</summary>
internal sealed record RangeText(string? From, string? To, bool WithFrom, bool WithTo) : TextTest
{
    public override bool IsMet(SearchedText text) => text.Terms.Any(t => IsAfter(t) && IsBefore(t));

    private bool IsAfter(string term) => From is null || string.CompareOrdinal(term, From) is var order && (WithFrom ? order >= 0 : order > 0);

    private bool IsBefore(string term) => To is null || string.CompareOrdinal(term, To) is var order && (WithTo ? order <= 0 : order < 0);
}
