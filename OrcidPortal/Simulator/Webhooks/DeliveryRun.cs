namespace OrcidPortal.Simulator.Webhooks;

/// <summary>What has been done in one run.</summary>
internal sealed class DeliveryRun
{
    private const int TooManyRequests = 429;
    private readonly Lock gate = new();
    private readonly HashSet<string> tried = new(StringComparer.Ordinal);
    private readonly HashSet<string> resting = new(StringComparer.Ordinal);
    private int sent;
    private int succeeded;
    private int failed;

    public DeliveryCount Count
    {
        get
        {
            lock (gate) return new(sent, succeeded, failed, tried.Count - succeeded - failed);
        }
    }

    public static bool IsSuccess(int status) => status is >= 200 and < 300;

    /// <summary>A client that has enough gets no more in this run; that is nobody's failure.</summary>
    public static bool IsFailure(int status) => !IsSuccess(status) && status != TooManyRequests;

    /// <summary>Whether nobody has tried it in this run, and its client has not had enough.</summary>
    public bool IsOpen(string key, string clientId)
    {
        lock (gate) return !tried.Contains(key) && !resting.Contains(clientId);
    }

    /// <summary>Takes one on.</summary>
    /// <returns>False when its client has had enough.</returns>
    public bool Begin(string key, string clientId)
    {
        lock (gate)
        {
            tried.Add(key);
            if (resting.Contains(clientId)) return false;
            sent++;
            return true;
        }
    }

    public void End(string clientId, int status)
    {
        lock (gate)
        {
            if (IsSuccess(status)) succeeded++;
            else if (IsFailure(status)) failed++;
            else resting.Add(clientId);
        }
    }
}

/// <summary>What a run has come to.</summary>
/// <param name="Sent">Calls made.</param>
/// <param name="Ok">Answered with 2xx.</param>
/// <param name="Failed">To be tried again later: answered otherwise or not at all.</param>
/// <param name="Skipped">Left for the next run because the client answered 429, to these or others.</param>
internal sealed record DeliveryCount(int Sent, int Ok, int Failed, int Skipped);
