namespace OrcidPortal.Data.Entities;

/// <summary>While this one row is there, nothing is sent.</summary>
public sealed class SendingPause
{
    public int Id { get; init; } = 1;

    /// <summary>Shown to everybody, up to 500 characters.</summary>
    public required string Reason { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }
}
