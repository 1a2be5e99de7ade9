using System.Globalization;
using System.Text;

namespace OrcidPortal.Mapping.Matching;

/// <summary>A title as titles are compared: without case, accents, punctuation and tags.</summary>
internal sealed class MatchTitle
{
    /// <summary>Fewer letters say nothing: "Introduction", "Book review".</summary>
    private const int FewestLetters = 20;
    private const int FewestWords = 4;

    /// <summary>A title that begins so is about another work of the same title.</summary>
    private static readonly string[] About =
    [
        "addendum", "author correction", "author reply", "authors reply", "comment on", "comments on", "commentary on", "correction", "corrections", "corrigendum", "corrigenda", "discussion of", "editorial expression of concern",
        "erratum", "errata", "expression of concern", "publisher correction", "publishers correction", "re", "rejoinder", "reply", "response to", "retracted", "retraction", "review of", "supplement to", "withdrawn",
    ];

    private readonly int[] _pairs;

    private MatchTitle(string text, string main, int words)
    {
        (Text, Main, Words) = (text, main, words);
        Kind = About.FirstOrDefault(a => text.StartsWith(a, StringComparison.Ordinal) && (text.Length == a.Length || text[a.Length] == ' ')) ?? "";
        _pairs = Pairs(text);
    }

    /// <summary>All of it; empty where there is none.</summary>
    public string Text { get; }

    /// <summary>What stands before the subtitle; all of it where there is none.</summary>
    public string Main { get; }

    /// <summary>How many words it has.</summary>
    public int Words { get; }

    /// <summary>What it is to another work of the same title ("erratum"); empty: nothing.</summary>
    public string Kind { get; }

    /// <summary>Whether the title alone tells works apart.</summary>
    public bool Tells => IsTelling(Text, Words);

    public static MatchTitle Of(string? title, string? subtitle = null)
    {
        var plain = PlainText.Of(title);
        var whole = string.IsNullOrWhiteSpace(subtitle) ? plain : $"{plain}: {PlainText.Of(subtitle)}";
        var text = Fold(whole);
        var end = string.IsNullOrWhiteSpace(subtitle) ? plain.AsSpan().IndexOfAny(':', '?') : plain.Length;
        var main = end < 0 ? text : Fold(plain[..end]);
        return new MatchTitle(text, IsTelling(main, main.Count(c => c == ' ') + 1) ? main : text, text.Length == 0 ? 0 : text.Count(c => c == ' ') + 1);
    }

    /// <summary>How much alike two titles are: 1 the same, 0 nothing in common. Where one is the other without its subtitle it is 0.95.</summary>
    public double Likeness(MatchTitle other)
    {
        if (Text.Length == 0 || other.Text.Length == 0) return 0;
        if (Text == other.Text) return 1;
        // Written with and without blanks and hyphens: "bio-film", "biofilm".
        if (Squeezed(Text) == Squeezed(other.Text)) return 1;
        var dice = Dice(_pairs, other._pairs);
        return Main == other.Text || other.Main == Text ? Math.Max(dice, 0.95) : dice;
    }

    private static bool IsTelling(string text, int words) => text.Length >= FewestLetters && words >= FewestWords;

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Fold(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsLetterOrDigit(rune)) form.Append(Rune.ToLowerInvariant(rune));
            // "Laplace's" is one word.
            else if (rune.Value is not ('\'' or '’' or '‘' or 'ʼ') && form.Length > 0 && form[^1] != ' ') form.Append(' ');
        }
        return form.ToString().Trim();
    }

    /// <summary>Its pairs of letters in order, each as a number.</summary>
    private static int[] Pairs(string text)
    {
        if (text.Length < 2) return [];
        var pairs = new int[text.Length - 1];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = (text[i] << 16) | text[i + 1];
        Array.Sort(pairs);
        return pairs;
    }

    private static double Dice(int[] one, int[] other)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (one[i] < other[j]) i++;
            else j++;
        }
        return one.Length + other.Length == 0 ? 0 : 2.0 * shared / (one.Length + other.Length);
    }
}
