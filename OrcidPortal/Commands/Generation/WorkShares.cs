namespace OrcidPortal.Commands.Generation;

/// <summary>How many works each person brings: log-normal, so that half have few and some have thousands. Pure.</summary>
internal static class WorkShares
{
    /// <summary>The standard deviation of the logarithm: with 100 works a person on average the median is 40.</summary>
    private const double Spread = 1.35;

    /// <summary>One person has this many where that is at most a twentieth of all works.</summary>
    private const int OfTheMostProlific = GenerateOptions.MostWorks;

    /// <summary>The numbers; their sum is <paramref name="works"/>, none is above <see cref="GenerateOptions.MostWorks"/>.</summary>
    public static int[] Of(Random random, int people, int works)
    {
        var shares = new int[people];
        var rest = works;
        var prolific = works >= OfTheMostProlific * 20 && people > 1 ? random.Next(people) : -1;
        if (prolific >= 0)
        {
            shares[prolific] = OfTheMostProlific;
            rest -= OfTheMostProlific;
        }
        var weights = new double[people];
        for (var i = 0; i < people; i++) weights[i] = i == prolific ? 0 : random.LogNormal(1, Spread);
        var sum = weights.Sum();
        var (owed, most) = (0.0, GenerateOptions.MostWorks);
        var given = 0;
        for (var i = 0; i < people; i++)
        {
            if (i == prolific) continue;
            // What rounding takes from one, the next gets.
            owed += weights[i] / sum * rest;
            shares[i] = (int)Math.Min(most, Math.Round(owed));
            owed -= shares[i];
            given += shares[i];
        }
        for (var i = 0; given != rest; i = (i + 1) % people)
        {
            if (i == prolific) continue;
            var step = Math.Clamp(rest - given, -shares[i], most - shares[i]);
            shares[i] += step;
            given += step;
        }
        return shares;
    }
}
