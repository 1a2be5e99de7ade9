namespace OrcidPortal.Simulator.Search;

/// <summary>Patterns in which two signs stand for what is not said. The signs are control characters, which a query cannot contain.</summary>
internal static class Wildcard
{
    /// <summary>Stands for any text, also none.</summary>
    public const char Many = '\u0001';

    /// <summary>Stands for one character.</summary>
    public const char One = '\u0002';

    /// <summary>Longer patterns are refused, so that a look at a text takes no longer than its length times this.</summary>
    public const int Longest = 256;

    public static bool IsIn(string text) => text.AsSpan().ContainsAny(Many, One);

    /// <summary>Goes back no further than to the last sign for many: an earlier one need never take more than it did.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t, afterMany, taken) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == Many) (afterMany, taken) = (++p, t);
            else if (p < pattern.Length && (pattern[p] == One || pattern[p] == text[t])) (p, t) = (p + 1, t + 1);
            else if (afterMany >= 0) (p, t) = (afterMany, ++taken);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == Many) p++;
        return p == pattern.Length;
    }
}
