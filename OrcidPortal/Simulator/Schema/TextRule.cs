using System.Text.RegularExpressions;

namespace OrcidPortal.Simulator.Schema;

/// <summary>What a text of a message may be. The sentences are those of the parser behind ORCID's API (Xerces).</summary>
/// <param name="Type">The name of the type, as sentences give it.</param>
/// <param name="MaxLength">How many characters at most; null: any number.</param>
/// <param name="NotBlank">Whether there has to be more than white space.</param>
/// <param name="Pattern">A form that the whole text must have.</param>
/// <param name="Words">The only texts admitted; null: any.</param>
/// <param name="Form">A data type beyond plain text.</param>
/// <param name="Closed">The closed list behind it, looked at when JSON is read.</param>
internal sealed record TextRule(
    string Type, int? MaxLength = null, bool NotBlank = false, Regex? Pattern = null, IReadOnlyList<string>? Words = null, DataForm? Form = null, ClosedList? Closed = null)
{
    private static readonly char[] White = [' ', '\t', '\r', '\n'];

    /// <summary>Whether white space around the text says nothing.</summary>
    public bool IsTrimmed { get; init; }

    /// <returns>What is wrong with the text, or null.</returns>
    public string? FindFault(string text)
    {
        if (Form is not null && Form.FindFault(Collapse(text)) is { } fault) return fault;
        if (NotBlank && text.All(White.Contains)) return $"cvc-pattern-valid: Value '{text}' is not facet-valid with respect to pattern '[\\s\\S]*[^\\s\\n\\r]+[\\s\\S]*' for type '{Type}'.";
        if (Pattern is not null && !Pattern.IsMatch(Form is null ? text : Collapse(text)))
            return $"cvc-pattern-valid: Value '{text}' is not facet-valid with respect to pattern '{Pattern}' for type '{Type}'.";
        if (text.Length > MaxLength) return $"cvc-maxLength-valid: Value '{text}' with length = '{text.Length}' is not facet-valid with respect to maxLength '{MaxLength}' for type '{Type}'.";
        return Words is null || Words.Contains(text)
            ? null
            : $"cvc-enumeration-valid: Value '{text}' is not facet-valid with respect to enumeration '[{string.Join(", ", Words)}]'. It must be a value from the enumeration.";
    }

    /// <summary>White space counts in plain text only.</summary>
    private static string Collapse(string text) => string.Join(' ', text.Split(White, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The words of an enumeration in ORCID's model. The parser behind JSON refuses others (9051).</summary>
internal sealed record ClosedList(string JavaClass, Func<IReadOnlyCollection<string>> Words);
