namespace OrcidPortal.Simulator.Search;

/// <summary>Finds words that stand together, in time that grows with the text and not with its product with the phrase.</summary>
internal static class WordRuns
{
    /// <summary>Whether the words of the phrase follow one another in the text (Knuth, Morris and Pratt).</summary>
    public static bool Contains(IReadOnlyList<string> text, IReadOnlyList<string> phrase)
    {
        if (phrase.Count == 0 || phrase.Count > text.Count) return false;
        var back = new int[phrase.Count];
        for (int i = 1, k = 0; i < phrase.Count; i++)
        {
            while (k > 0 && phrase[i] != phrase[k]) k = back[k - 1];
            if (phrase[i] == phrase[k]) k++;
            back[i] = k;
        }
        var found = 0;
        foreach (var word in text)
        {
            while (found > 0 && word != phrase[found]) found = back[found - 1];
            if (word == phrase[found]) found++;
            if (found == phrase.Count) return true;
        }
        return false;
    }

    /// <summary>Whether all words of the phrase stand, in any order, within so many words more than it has.</summary>
    public static bool ContainsNear(IReadOnlyList<string> text, IReadOnlyList<string> phrase, int slop)
    {
        if (phrase.Count == 0) return false;
        var wanted = phrase.CountBy(w => w).ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal);
        var missing = phrase.Count;
        for (var i = 0; i < text.Count; i++)
        {
            if (wanted.TryGetValue(text[i], out var open))
            {
                if (open > 0) missing--;
                wanted[text[i]] = open - 1;
            }
            if (missing == 0) return true;
            var leaving = i - (phrase.Count + slop) + 1;
            if (leaving < 0 || !wanted.TryGetValue(text[leaving], out var had)) continue;
            if (had >= 0) missing++;
            wanted[text[leaving]] = had + 1;
        }
        return false;
    }
}
