namespace OrcidPortal.Sources.BibTeX;

/// <summary>What <c>@string</c> defines. Sizes are bounded: macros made of macros double with each line.</summary>
internal sealed class Macros
{
    private const int LongestValue = 10_000;
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private int _left = 20_000_000;

    public void Define(string name, string value) => _values[name] = value.Length > LongestValue ? value[..LongestValue] : value;

    /// <summary>The value; for a name nobody defined, the name itself (months are such, and a journal's short name is better than nothing).</summary>
    public string Resolve(string name)
    {
        if (!_values.TryGetValue(name, out var value)) return name;
        if (value.Length > _left) return "";
        _left -= value.Length;
        return value;
    }
}
