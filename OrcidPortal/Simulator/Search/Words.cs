using System.Text;

namespace OrcidPortal.Simulator.Search;

/// <summary>Takes texts apart into the words that are compared.</summary>
internal static class Words
{
    /// <summary>Runs of letters, digits and their marks in lower case; of a script without blanks each sign.</summary>
    public static IReadOnlyList<string> Of(string text, bool isFolded)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var belongs = Rune.IsLetterOrDigit(rune) || IsMark(rune);
            if ((!belongs || IsIdeograph(rune)) && word.Length > 0) End();
            if (belongs) word.Append(rune.ToString());
            if (IsIdeograph(rune)) End();
        }
        if (word.Length > 0) End();
        return words;

        void End()
        {
            words.Add(Normal(word.ToString(), isFolded));
            word.Clear();
        }
    }

    /// <summary>One word, or a pattern of one, as it is compared.</summary>
    /// <param name="text">Of whole characters: a half of a surrogate pair is not one.</param>
    /// <param name="isFolded">Whether diacritics do not count.</param>
    public static string Normal(string text, bool isFolded) => isFolded ? Folding.Of(text) : text.ToLowerInvariant().Normalize();

    /// <summary>The same text, with a sign in place of what is no character (halves of surrogate pairs and the reversed byte order mark), and blanks in place of control characters.</summary>
    public static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) sound.Append(Rune.IsControl(rune) ? " " : rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        return sound.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        && Rune.IsLetter(rune);
}
