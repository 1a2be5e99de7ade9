using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Places in the sender at which a test can stop or pause it; nothing happens there otherwise.</summary>
public sealed class SendPoints
{
    /// <summary>The intent is committed, the call not yet made.</summary>
    internal Func<SyncOperation, Task> AfterIntent { get; set; } = _ => Task.CompletedTask;

    /// <summary>The call is about to be made: there is a permit, and the lease lasts long enough.</summary>
    internal Func<SyncOperation, Task> BeforeCall { get; set; } = _ => Task.CompletedTask;
}
