namespace OrcidPortal.Commands.Generation;

/// <summary>How much to generate.</summary>
/// <param name="People">1 to 1,000,000.</param>
/// <param name="Works">0 to 9,900 for each person: an ORCID record holds 10,000 (9048).</param>
/// <param name="Seed">The same seed gives the same data.</param>
/// <param name="Force">Adds to a database that has people already.</param>
public sealed record GenerateOptions(int People, int Works, int Seed, bool Force = false)
{
    /// <summary>The most works of one person.</summary>
    public const int MostWorks = 9_900;

    /// <summary>The day on which the data are as they are: fixed, so that they do not depend on the day of generating.</summary>
    public static DateTimeOffset Today { get; } = new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Why it cannot be done, in a sentence; null: it can.</summary>
    public string? Refusal => People is < 1 or > 1_000_000 ? "Give 1 to 1,000,000 people."
        : Works < 0 || Works > (long)People * MostWorks ? $"{People} people have 0 to {(long)People * MostWorks} works: {MostWorks} each at most."
        : null;
}
