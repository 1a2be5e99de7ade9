using System.Globalization;
using System.Text;

namespace OrcidPortal.Connect;

/// <summary>Whether the name at ORCID may be our person's. It asks a curator rather once too often: a wrong iD is somebody else's record.</summary>
internal static class NameCheck
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ø'] = "o", ['ł'] = "l", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i", ['ħ'] = "h",
    };

    /// <summary>Accents, order, initials, left-out middle names and blanks within given names do not matter; the family name does.</summary>
    /// <param name="given">Our given names.</param>
    /// <param name="family">Our family name.</param>
    /// <param name="atOrcid">The name as ORCID shows it.</param>
    public static bool IsAlike(string given, string family, string atOrcid)
    {
        var (ourGiven, ourFamily, theirs) = (Words(given), Words(family), Words(atOrcid));
        List<string> ours = [.. ourGiven, .. ourFamily];
        if (ours.Count == 0 || theirs.Count == 0) return false;
        var joined = string.Concat(theirs);
        if (joined == string.Concat(ours) || joined == string.Concat(ourFamily) + string.Concat(ourGiven)) return true;
        if (Math.Min(ours.Count, theirs.Count) < 2) return false;
        // People of one name here keep it as the family name.
        if (!ourFamily.Any(w => w.Length > 1 && theirs.Contains(w))) return false;
        return ours.Count <= theirs.Count ? AreAllFound(ours, theirs) : AreAllFound(theirs, ours);
    }

    private static bool AreAllFound(List<string> few, List<string> many)
    {
        var left = many.ToList();
        // Whole words first, so that an initial does not take the place of a word that another one needs.
        foreach (var word in few.OrderByDescending(w => w.Length))
        {
            var found = left.FindIndex(w => w == word);
            if (found < 0) found = left.FindIndex(w => (w.Length == 1 || word.Length == 1) && w[0] == word[0]);
            if (found < 0) return false;
            left.RemoveAt(found);
        }
        return true;
    }

    private static List<string> Words(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in WithoutLoneSurrogates(name).Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (Letters.TryGetValue(c, out var letters)) plain.Append(letters);
            else if (char.IsLetter(c)) plain.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '\u2019' or '\u02BC') continue;
            else plain.Append(' ');
        }
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string WithoutLoneSurrogates(string text) => string.Concat(text.EnumerateRunes());
}
