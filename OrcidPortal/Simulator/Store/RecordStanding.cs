namespace OrcidPortal.Simulator.Store;

/// <summary>What can become of a record.</summary>
internal enum RecordStanding
{
    /// <summary>Can be read and written.</summary>
    Active,

    /// <summary>Frozen by the registry's staff.</summary>
    Locked,

    /// <summary>Merged into another record of the same person.</summary>
    Deprecated,

    /// <summary>Closed by its owner: only the iD is left.</summary>
    Deactivated,
}
