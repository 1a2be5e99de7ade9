namespace OrcidPortal.Simulator.Store;

/// <summary>Why a token no longer works. The reason matters: one that the person revoked still serves to remove items.</summary>
internal enum TokenEnd
{
    None,
    RevokedByClient,
    RevokedByUser,
    CodeReused,
    Replaced,
}
