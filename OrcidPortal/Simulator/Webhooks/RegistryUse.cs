using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Webhooks;

/// <summary>Tells when the registry is used for the first time, to those who must not be the first themselves.</summary>
internal sealed class RegistryUse
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the registry has been opened.</summary>
    public Task Begun => begun.Task;

    public Registry Begin(Registry registry)
    {
        begun.TrySetResult();
        return registry;
    }
}
