namespace OrcidPortal.Simulator.Search;

/// <summary>How far two words are apart: letters to be put in, taken out or replaced.</summary>
internal static class EditDistance
{
    public const int Farthest = 2;

    /// <summary>Looks only at what can still be near enough, so that the time grows with the length and not with its square.</summary>
    /// <param name="one">A word.</param>
    /// <param name="other">Another.</param>
    /// <param name="most">0 to <see cref="Farthest"/>.</param>
    public static bool IsWithin(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return false;
        const int Width = (2 * Farthest) + 1;
        Span<int> above = stackalloc int[Width];
        Span<int> row = stackalloc int[Width];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var k = 0; k < Width; k++)
            {
                var j = i + k - Farthest;
                row[k] = j < 0 || j > other.Length ? Farthest + 1
                    : i == 0 ? j
                    : Math.Min(
                        Math.Min(k + 1 < Width ? above[k + 1] + 1 : Farthest + 1, k > 0 ? row[k - 1] + 1 : Farthest + 1),
                        above[k] + (j > 0 && one[i - 1] == other[j - 1] ? 0 : 1));
            }
            row.CopyTo(above);
        }
        return above[other.Length - one.Length + Farthest] <= most;
    }
}
