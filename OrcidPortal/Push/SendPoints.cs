using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Places in the sender at which a test can stop or pause it; nothing happens there otherwise.</summary>
public sealed class SendPoints
{
    /// <summary>The intent is committed, the call not yet made.</summary>
    internal Func<SyncOperation, Task> AfterIntent { get; set; } = _ => Task.CompletedTask;
}
