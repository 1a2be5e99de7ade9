namespace OrcidPortal.Push;

/// <summary>Sends what is due.</summary>
public sealed class PushSender
{
    /// <summary>Sends what is due for one person, or for everybody.</summary>
    public Task SendAsync(Guid? personId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
