namespace OrcidPortal.OrcidApi;

/// <summary>What came of one call.</summary>
/// <param name="Result">The case.</param>
/// <param name="Value">What was asked for; set where <paramref name="Result"/> is <see cref="OrcidResult.Ok"/>.</param>
/// <param name="Duration">From sending to the end of the answer; zero for the parts of a bulk answer.</param>
public sealed record OrcidAnswer<T>(OrcidResult Result, T? Value, TimeSpan Duration)
{
    /// <summary>Whether it was done.</summary>
    public bool IsOk => Result is OrcidResult.Ok;
}
