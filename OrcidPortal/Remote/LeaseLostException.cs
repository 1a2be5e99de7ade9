namespace OrcidPortal.Remote;

/// <summary>The holder slept longer than its lease and somebody else has it now: whatever it was doing must stop without writing. Caught where a job works on one person.</summary>
public sealed class LeaseLostException : Exception
{
    public LeaseLostException() { }

    public LeaseLostException(string key) : base($"The lease {key} is somebody else's now.") { }

    public LeaseLostException(string message, Exception innerException) : base(message, innerException) { }
}
