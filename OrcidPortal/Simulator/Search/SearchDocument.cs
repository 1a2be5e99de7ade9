namespace OrcidPortal.Simulator.Search;

/// <summary>What everybody may know of one record, by field. Whoever fills it leaves out what is not public.</summary>
internal sealed class SearchDocument
{
    private static readonly SearchedText Nothing = new(FieldKind.Words, []);
    private readonly Dictionary<string, (List<string> Values, SearchedText Text)> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> dates = new(StringComparer.Ordinal);
    private readonly List<string> everything = [];
    private readonly SearchedText anything;

    public SearchDocument(string orcid)
    {
        Orcid = orcid;
        anything = new(FieldKind.Anything, everything);
        Add(SearchFields.Orcid, orcid);
    }

    public string Orcid { get; }

    /// <summary>Adds a value; blank ones are left out. Once the record has been searched, nothing more may be added.</summary>
    /// <param name="field">One of <see cref="SearchFields"/> that is no date.</param>
    /// <param name="value">As it stands on the record.</param>
    /// <exception cref="ArgumentException">There is no such field of text.</exception>
    public SearchDocument Add(string field, string? value)
    {
        var kind = SearchFields.KindOf(field);
        if (kind is null or FieldKind.Date) throw new ArgumentException($"{field} is no field of text.", nameof(field));
        if (string.IsNullOrWhiteSpace(value)) return this;
        if (!texts.TryGetValue(field, out var own))
        {
            List<string> values = [];
            texts[field] = own = (values, new(kind.Value, values));
        }
        own.Values.Add(value);
        everything.Add(value);
        return this;
    }

    /// <summary>Sets a date.</summary>
    /// <exception cref="ArgumentException">There is no such field of dates.</exception>
    public SearchDocument Add(string field, DateTimeOffset at)
    {
        if (SearchFields.KindOf(field) != FieldKind.Date) throw new ArgumentException($"{field} is no field of dates.", nameof(field));
        dates[field] = at;
        return this;
    }

    /// <summary>The values of a field as they were added, in that order.</summary>
    public IReadOnlyList<string> Values(string field) => texts.TryGetValue(field, out var own) ? own.Values : [];

    /// <param name="field">Null: everything public on the record.</param>
    public SearchedText Text(string? field) => field is null ? anything : texts.TryGetValue(field, out var own) ? own.Text : Nothing;

    public DateTimeOffset? Date(string field) => dates.TryGetValue(field, out var at) ? at : null;
}
