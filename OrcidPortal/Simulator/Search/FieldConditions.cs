namespace OrcidPortal.Simulator.Search;

/// <summary>Makes conditions of what is said of a field, by its kind. Each gives null when the field cannot be asked so.</summary>
/// <param name="now">What <c>NOW</c> means.</param>
internal sealed class FieldConditions(DateTimeOffset now)
{
    /// <summary>A word, an identifier, a pattern, or a date.</summary>
    public Condition? Term(string? field, string text)
    {
        if (text is [Wildcard.Many]) return Exists(field);
        if (KindOf(field) == FieldKind.Date) return Point(field!, text);
        if (!Wildcard.IsIn(text)) return Phrase(field, text, 0);
        return text.Length > Wildcard.Longest ? null : new TextCondition(field, new PatternText(Normal(field, text)));
    }

    /// <summary>Words that follow one another, or the whole of an identifier.</summary>
    /// <param name="field">Null: everything public.</param>
    /// <param name="text">What stands between the quotation marks.</param>
    /// <param name="slop">How many other words may stand between.</param>
    public Condition? Phrase(string? field, string text, int slop) => KindOf(field) == FieldKind.Date
        ? Point(field!, text)
        : new TextCondition(field, new TermText(new(Words.Of(text, IsFolded(field)), Normal(field, text.Trim()), slop)));

    /// <summary>A word that may be misspelt.</summary>
    public static Condition? Near(string? field, string text, int letters) => KindOf(field) == FieldKind.Date || Wildcard.IsIn(text)
        ? null
        : new TextCondition(field, new NearText(Normal(field, text), letters));

    /// <param name="field">Null: everything public.</param>
    /// <param name="from">The lower bound; null: none.</param>
    /// <param name="to">The upper bound; null: none.</param>
    /// <param name="withFrom">Whether the lower bound itself belongs to it.</param>
    /// <param name="withTo">Whether the upper one does.</param>
    public Condition? Range(string? field, string? from, string? to, bool withFrom, bool withTo)
    {
        if (KindOf(field) != FieldKind.Date)
            return new TextCondition(field, new RangeText(from is null ? null : Normal(field, from), to is null ? null : Normal(field, to), withFrom, withTo));
        var (first, last) = (from is null ? null : SolrDate.Read(from, now), to is null ? null : SolrDate.Read(to, now));
        return (from is null || first is not null) && (to is null || last is not null) ? new DateCondition(field!, first, last, withFrom, withTo) : null;
    }

    private static Condition Exists(string? field) => KindOf(field) == FieldKind.Date ? new DateCondition(field!, null, null) : new TextCondition(field, new AnyText());

    private DateCondition? Point(string field, string text) => SolrDate.Read(text, now) is { } at ? new(field, at, at) : null;

    private static FieldKind KindOf(string? field) => field is null ? FieldKind.Anything : SearchFields.KindOf(field) ?? FieldKind.Words;

    private static bool IsFolded(string? field) => KindOf(field) == FieldKind.FoldedWords;

    private static string Normal(string? field, string text) => Words.Normal(text, IsFolded(field));
}
