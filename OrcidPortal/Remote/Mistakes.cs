namespace OrcidPortal.Remote;

/// <summary>A mistake that a test puts in, to show that it would be found; the shipped portal makes none.</summary>
public sealed class Mistakes
{
    internal Mistake Made { get; set; }
}

internal enum Mistake
{
    None,

    /// <summary>Nothing is written down before a call.</summary>
    NoIntent,

    /// <summary>What may have been added is sent again without looking.</summary>
    NoReadBack,

    /// <summary>The look comes while the call may still take effect.</summary>
    ReadBackWithoutWaiting,

    /// <summary>A work goes without an identifier that stays its own.</summary>
    NoSelfIdentifier,

    /// <summary>What 9021 names is taken without looking at it.</summary>
    AdoptsUnseen,

    /// <summary>A transaction does not ask whether the lease is still held.</summary>
    NoFence,

    /// <summary>Whoever takes a lease over does not shut the last holder out.</summary>
    EpochStays,

    /// <summary>An answer says what is wanted, too.</summary>
    SenderWritesDesired,

    /// <summary>A put-code is used in whatever record.</summary>
    PutCodeOfAnotherId,

    /// <summary>A registry that is busy uses attempts up.</summary>
    BusyUsesAttempts,

    /// <summary>What a reading without a valid token does not show counts as removed.</summary>
    RemovedByBlindReading,

    /// <summary>The change queue is read from the last number on: what commits late is passed by.</summary>
    QueueByCursor,

    /// <summary>Nobody asks whether two works of one call share an identifier of their own.</summary>
    SharedSelfIdInBatch,

    /// <summary>A permit to call counts for ever.</summary>
    PermitsStay,
}
