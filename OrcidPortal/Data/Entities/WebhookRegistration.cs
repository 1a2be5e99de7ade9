namespace OrcidPortal.Data.Entities;

/// <summary>ORCID is to tell us when a record changes: one row for each iD and client. ORCID lists nobody's registrations, so this is the only place where they are known.</summary>
public sealed class WebhookRegistration : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Environment { get; init; }
    public required string ClientId { get; init; }
    public required string Orcid { get; init; }
    public WebhookState State { get; set; }

    /// <summary>The address's secret part, sealed: it is needed again to take the registration back.</summary>
    public string SealedSecret { get; set; } = "";

    /// <summary>SHA-256 of the secret in hexadecimal: whoever calls is found by it.</summary>
    public string SecretHash { get; set; } = "";

    /// <summary>The beginning of the address under which it was registered, before the secret: where the portal moves, it is registered again.</summary>
    public string Base { get; set; } = "";
    public DateTimeOffset? RegisteredAt { get; set; }

    /// <summary>When ORCID last called.</summary>
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>Not before this time; null: at once.</summary>
    public DateTimeOffset? DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>ORCID's words to the last attempt in vain, up to 2,000 characters.</summary>
    public string? Message { get; set; }
    public int Revision { get; set; }
}

/// <summary>Wanted: to be registered. Registered: ORCID calls. Ending: to be taken back. Refused: ORCID would not take it.</summary>
public enum WebhookState { Wanted, Registered, Ending, Refused }
