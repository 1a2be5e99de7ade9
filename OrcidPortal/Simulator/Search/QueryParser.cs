using System.Globalization;

namespace OrcidPortal.Simulator.Search;

/// <summary>Reads Lucene's language as Solr does by default: clauses are alternatives unless <c>AND</c>, <c>+</c>, <c>NOT</c> or <c>-</c> say otherwise.</summary>
/// <param name="text">The query, without control characters.</param>
/// <param name="conditions">Makes the conditions.</param>
internal sealed class QueryParser(string text, FieldConditions conditions)
{
    private const int Deepest = 50;
    private const int MostClauses = 1024;
    private readonly QueryReader reader = new(text);
    private int clauses;
    private string? fault;

    /// <returns>The condition, or why there is none.</returns>
    public (Condition? Condition, string? Fault) Parse()
    {
        var all = ReadGroup(null, 0);
        if (fault is null && !reader.IsAtEnd) Fail($"Unexpected '{reader.Next}'");
        return fault is null ? (all, null) : (null, fault);
    }

    private Group? ReadGroup(string? field, int depth)
    {
        if (depth > Deepest) return Fail<Group>($"More than {Deepest} parentheses inside one another");
        List<Clause> found = [];
        for (reader.SkipBlanks(); !reader.IsAtEnd && reader.Next != ')'; reader.SkipBlanks())
        {
            var isAnd = reader.TakeWord("AND") || reader.Take("&&");
            if ((isAnd || reader.TakeWord("OR") || reader.Take("||")) && found.Count == 0) return Fail<Group>("An operator without anything before it");
            reader.SkipBlanks();
            var isExcluded = reader.TakeWord("NOT") || reader.Take("-") || reader.Take("!");
            var isCompulsory = !isExcluded && reader.Take("+");
            if (++clauses > MostClauses) return Fail<Group>($"More than {MostClauses} clauses");
            if (ReadClause(field, depth) is not { } condition) return null;
            if (isAnd && found[^1].Occur == Occur.Should) found[^1] = found[^1] with { Occur = Occur.Must };
            found.Add(new(condition, isExcluded ? Occur.MustNot : isCompulsory || isAnd ? Occur.Must : Occur.Should));
        }
        return found.Count == 0 && depth > 0 ? Fail<Group>("Nothing between parentheses") : new(found);
    }

    private Condition? ReadClause(string? field, int depth)
    {
        reader.SkipBlanks();
        var name = reader.TakeField();
        if (name == "*") return reader.Take("*") ? WithBoost(new AnyRecord()) : Fail<Condition>("undefined field *");
        if (name is not null && SearchFields.KindOf(name) is null) return Fail<Condition>($"undefined field {name}");
        reader.SkipBlanks();
        return WithBoost(ReadValue(name ?? field, depth));
    }

    private Condition? ReadValue(string? field, int depth)
    {
        if (reader.Take("("))
        {
            var group = ReadGroup(field, depth + 1);
            return group is null || reader.Take(")") ? group : Fail<Condition>("A parenthesis is not closed");
        }
        return reader.Next switch
        {
            '"' => ReadPhrase(field),
            '[' or '{' => ReadRange(field),
            _ => ReadTerm(field),
        };
    }

    private Condition? ReadPhrase(string? field)
    {
        if (reader.TakeQuoted() is not { } quoted) return Fail<Condition>("A quotation mark is not closed");
        var slop = reader.Take("~") && int.TryParse(reader.TakeNumber(), NumberStyles.None, CultureInfo.InvariantCulture, out var words) ? Math.Min(words, text.Length) : 0;
        return conditions.Phrase(field, quoted, slop) ?? Fail<Condition>($"Invalid Date String:'{quoted}'");
    }

    private Condition? ReadRange(string? field)
    {
        var withFrom = reader.Take("[") || !reader.Take("{");
        var from = ReadBound();
        reader.SkipBlanks();
        if (from is null || !reader.TakeWord("TO")) return Fail<Condition>("A range is written [from TO to]");
        var to = ReadBound();
        reader.SkipBlanks();
        var withTo = reader.Take("]");
        if (to is null || (!withTo && !reader.Take("}"))) return Fail<Condition>("A range is not closed");
        return conditions.Range(field, Known(from), Known(to), withFrom, withTo) ?? Fail<Condition>($"Invalid Date String:'{Shown(from)} TO {Shown(to)}'");

        static string? Known(string bound) => bound is [Wildcard.Many] ? null : bound;
    }

    private string? ReadBound()
    {
        reader.SkipBlanks();
        var bound = reader.Next == '"' ? reader.TakeQuoted() : reader.TakeTerm(isBound: true);
        return string.IsNullOrEmpty(bound) ? null : bound;
    }

    private Condition? ReadTerm(string? field)
    {
        if (reader.TakeWord("AND") || reader.TakeWord("OR") || reader.TakeWord("NOT")) return Fail<Condition>("An operator where a word is expected");
        var term = reader.Next is '+' or '-' or '!' ? "" : reader.TakeTerm();
        if (string.IsNullOrEmpty(term)) return Fail<Condition>(reader.IsAtEnd ? "The query ends where a word is expected" : $"Unexpected '{reader.Next}'");
        if (!reader.Take("~")) return conditions.Term(field, term) ?? Fail<Condition>($"Invalid Date String or pattern:'{Shown(term)}'");
        var letters = reader.TakeNumber() switch { "0" => 0, "1" => 1, _ => EditDistance.Farthest };
        return FieldConditions.Near(field, term, letters) ?? Fail<Condition>($"'{Shown(term)}' cannot be misspelt");
    }

    /// <summary>A boost is read and counts for nothing.</summary>
    private Condition? WithBoost(Condition? condition) =>
        condition is null || !reader.Take("^") || reader.TakeNumber().Length > 0 ? condition : Fail<Condition>("A boost without a number");

    private static string Shown(string term) => term.Replace(Wildcard.Many, '*').Replace(Wildcard.One, '?');

    private void Fail(string reason) => fault ??= reason;

    private T? Fail<T>(string reason)
        where T : class
    {
        Fail(reason);
        return null;
    }
}
