namespace OrcidPortal.Remote;

/// <summary>How long a lease lasts, and what a call may take of it.</summary>
/// <param name="Whole">From one renewal to the end; longer than the longest call and the margin.</param>
/// <param name="Call">The longest call with the margin for clocks and pauses.</param>
internal sealed record LeaseTimes(TimeSpan Whole, TimeSpan Call)
{
    public static LeaseTimes Of(RemoteOptions options, TimeSpan callTimeout)
    {
        var call = callTimeout + options.LeaseMargin;
        return new LeaseTimes(options.LeaseTime > call + call / 2 ? options.LeaseTime : call + call / 2, call);
    }
}
