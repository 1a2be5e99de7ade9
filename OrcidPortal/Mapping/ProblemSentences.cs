using System.Globalization;
using System.Resources;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping;

/// <summary>Problems in plain words: what is wrong, and what to do. The words stand in <c>ProblemSentences.resx</c>.</summary>
public static class ProblemSentences
{
    private const int LongestValue = 120;

    private static readonly ResourceManager Words = new("OrcidPortal.Mapping.ProblemSentences", typeof(ProblemSentences).Assembly);

    /// <summary>Words one problem in the reader's language.</summary>
    /// <param name="code">One of <see cref="ProblemCodes"/>; an unknown one gets a general sentence.</param>
    /// <param name="field">The path, with the element's key after <c>/</c>.</param>
    /// <param name="value">The value that is wrong; shown up to 120 characters.</param>
    /// <param name="suggestion">A value that would be right, or null.</param>
    public static ProblemSentence For(string code, string field, string value, string? suggestion)
    {
        var culture = CultureInfo.CurrentUICulture;
        var name = FieldName(field, culture);
        object[] words = [PlainText.Cut(value, LongestValue), suggestion ?? "", name, IdentifierName(field, culture)];
        var what = Words.GetString(code + ".What", culture) ?? Words.GetString("unknown.What", culture)!;
        var fix = (string.IsNullOrEmpty(suggestion) ? null : Words.GetString(code + ".FixSuggested", culture))
            ?? Words.GetString(code + ".Fix", culture) ?? Words.GetString("unknown.Fix", culture)!;
        return new ProblemSentence(string.Format(culture, what, words), string.Format(culture, fix, words), name);
    }

    private static string FieldName(string field, CultureInfo culture)
    {
        var path = field.Split('/')[0];
        return Words.GetString("field." + path, culture) ?? path;
    }

    /// <summary>The type of the identifier a field's key names, as people write it: DOI, ISBN.</summary>
    private static string IdentifierName(string field, CultureInfo culture)
    {
        var parts = field.Split('/', 2);
        var colon = parts.Length == 2 && parts[0] == FieldPaths.ExternalIds ? parts[1].IndexOf(':', StringComparison.Ordinal) : -1;
        if (colon <= 0) return Words.GetString("field.external-ids", culture)!;
        var type = parts[1][..colon];
        return Words.GetString("identifier." + type, culture) ?? type.ToUpper(culture);
    }
}
