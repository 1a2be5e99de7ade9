namespace OrcidPortal.Simulator.Search;

/// <summary>What a record has to be like.</summary>
internal abstract record Condition
{
    /// <returns>How many of its clauses the record meets; 0: it is not what is looked for.</returns>
    public abstract int Count(SearchDocument document);
}

/// <summary>Any record: <c>*:*</c>.</summary>
internal sealed record AnyRecord : Condition
{
    public override int Count(SearchDocument document) => 1;
}

/// <summary>A field of text, or everything public when none is named.</summary>
internal sealed record TextCondition(string? Field, TextTest Test) : Condition
{
    public override int Count(SearchDocument document) => Test.IsMet(document.Text(Field)) ? 1 : 0;
}

/// <summary>A field of dates within bounds; null: no bound.</summary>
internal sealed record DateCondition(string Field, DateTimeOffset? From, DateTimeOffset? To, bool WithFrom = true, bool WithTo = true) : Condition
{
    public override int Count(SearchDocument document) =>
        document.Date(Field) is { } at && (From is null || (WithFrom ? at >= From : at > From)) && (To is null || (WithTo ? at <= To : at < To)) ? 1 : 0;
}

/// <summary>Several clauses. If none is compulsory, one has to be met, unless all exclude.</summary>
internal sealed record Group(IReadOnlyList<Clause> Clauses) : Condition
{
    public override int Count(SearchDocument document)
    {
        var met = 0;
        foreach (var (condition, occur) in Clauses)
        {
            var count = condition.Count(document);
            if (occur == Occur.MustNot ? count > 0 : occur == Occur.Must && count == 0) return 0;
            met += count;
        }
        return met > 0 ? met : Clauses.Count > 0 && Clauses.All(c => c.Occur == Occur.MustNot) ? 1 : 0;
    }
}

internal sealed record Clause(Condition Condition, Occur Occur);

/// <summary>What a clause does to the whole.</summary>
internal enum Occur
{
    /// <summary>It is better when it is met.</summary>
    Should,

    /// <summary>It has to be met.</summary>
    Must,

    /// <summary>It must not be met.</summary>
    MustNot,
}
