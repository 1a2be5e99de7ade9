using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>The state of a sync item, computed from what planner, people and sender wrote (design §4: the first that applies).</summary>
public static class SyncStates
{
    /// <summary>Computes the state; it is stored with the item at every write.</summary>
    public static SyncState Of(SyncItem item) => throw new NotImplementedException();
}
