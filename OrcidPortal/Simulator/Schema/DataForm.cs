using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace OrcidPortal.Simulator.Schema;

/// <summary>A data type of XML schema other than plain text.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Admits">Whether a text, white space collapsed, is one.</param>
internal sealed partial record DataForm(string Name, Func<string, bool> Admits)
{
    public static readonly DataForm Integer = new("integer", text => IntegerForm().IsMatch(text));
    public static readonly DataForm DateTime = new("dateTime", text => DateTimeForm().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
    public static readonly DataForm Uri = new("anyURI", text => !text.Contains("##", StringComparison.Ordinal) && System.Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _));
    public static readonly DataForm True = new("boolean", text => text is "true" or "false" or "1" or "0");

    /// <summary>The least and the greatest value of a number, both admitted; null: no bounds.</summary>
    public (int Least, int Greatest)? Range { get; init; }

    /// <returns>What is wrong with the text, or null.</returns>
    public string? FindFault(string text)
    {
        if (!Admits(text)) return $"cvc-datatype-valid.1.2.1: '{text}' is not a valid value for '{Name}'.";
        if (Range is not (var least, var greatest)) return null;
        var number = BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return number < least ? $"cvc-minInclusive-valid: Value '{text}' is not facet-valid with respect to minInclusive '{least}'."
            : number > greatest ? $"cvc-maxInclusive-valid: Value '{text}' is not facet-valid with respect to maxInclusive '{greatest}'."
            : null;
    }

    [GeneratedRegex(@"^[+-]?[0-9]{1,1000}\z")]
    private static partial Regex IntegerForm();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?\z")]
    private static partial Regex DateTimeForm();
}
