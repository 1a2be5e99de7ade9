namespace OrcidPortal.Sources.BibTeX;

/// <summary>An entry as the file writes it: values joined and with macros filled in, LaTeX not yet read.</summary>
/// <param name="Type">Lower case, without the @.</param>
/// <param name="Key">Empty where it has none.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Fields">By lower-case name; the first of two equal names counts, as in BibTeX.</param>
/// <param name="Fault">Why it is broken; null where it is not.</param>
internal sealed record RawEntry(string Type, string Key, int Line, IReadOnlyDictionary<string, string> Fields, string? Fault)
{
    /// <summary>The first of these fields that holds something.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value)) return value;
        return null;
    }
}
