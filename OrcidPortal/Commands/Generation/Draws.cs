namespace OrcidPortal.Commands.Generation;

/// <summary>Draws from the distributions that real data has.</summary>
internal static class Draws
{
    /// <param name="share">0 to 1.</param>
    public static bool Chance(this Random random, double share) => random.NextDouble() < share;

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>One of several, the first ones more often: the share of each falls with its place (Zipf).</summary>
    public static T PickEarly<T>(this Random random, IReadOnlyList<T> from) => from[Math.Min(from.Count - 1, (int)Math.Pow(from.Count + 1, random.NextDouble()) - 1)];

    /// <summary>One of several by weights of any sum.</summary>
    public static T Weighted<T>(this Random random, (T Value, double Weight)[] from)
    {
        var sum = 0.0;
        foreach (var (_, weight) in from) sum += weight;
        var rest = random.NextDouble() * sum;
        foreach (var (value, weight) in from)
            if ((rest -= weight) < 0) return value;
        return from[^1].Value;
    }

    /// <summary>Log-normal: half lie below the median, few far above it.</summary>
    /// <param name="spread">The standard deviation of the logarithm.</param>
    public static double LogNormal(this Random random, double median, double spread) =>
        median * Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    /// <inheritdoc cref="LogNormal(Random, double, double)"/>
    public static int LogNormal(this Random random, double median, double spread, int least, int most) =>
        (int)Math.Clamp(Math.Round(random.LogNormal(median, spread)), least, most);
}
