namespace OrcidPortal.Simulator.Store;

/// <summary>A client's wish to be called back when a record changes.</summary>
internal sealed record Webhook
{
    public required string Orcid { get; init; }
    public required string ClientId { get; init; }

    /// <summary>Where to call, as the client wrote it.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the state of the record was made that the client knows of: the one at registration, then the one last told.</summary>
    public required DateTimeOffset KnownState { get; init; }

    /// <summary>When a call last succeeded; null: none has.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>What was last answered, 0: nothing; null: it has not been called.</summary>
    public int? LastStatus { get; init; }

    /// <summary>How many calls have failed since one succeeded.</summary>
    public int FailedAttempts { get; init; }

    /// <summary>Not before then, after a failure.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    public static string KeyOf(string orcid, string url) => $"{orcid} {url}";

    /// <summary>Whether the record has changed since the client last knew, and it may be called again.</summary>
    public bool IsDue(Person? person, DateTimeOffset now) => person is not null && person.LastModifiedAt != KnownState && (NextAttemptAt is null || NextAttemptAt <= now);
}
