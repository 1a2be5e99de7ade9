namespace OrcidPortal.Data.Entities;

/// <summary>A person's ORCID iD with token and scopes: one row per person and environment, kept after a disconnect without iD and token.</summary>
public sealed class Connection : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public required string Environment { get; init; }
    public required string ClientId { get; set; }

    /// <summary>The iD while connected; unique within the environment; null otherwise.</summary>
    public string? Orcid { get; set; }

    /// <summary>The iD of the last connection, kept for history and for coming back.</summary>
    public string? LastOrcid { get; set; }
    public ConnectionState State { get; set; }

    /// <summary>Encrypted with a purpose of the person; null when there is none.</summary>
    public string? SealedAccessToken { get; set; }
    public string? SealedRefreshToken { get; set; }

    /// <summary>Granted scopes, separated by blanks.</summary>
    public string Scopes { get; set; } = "";
    public DateTimeOffset? TokenExpiresAt { get; set; }

    /// <summary>The public name at ORCID, null where it is not public.</summary>
    public string? NameAtOrcid { get; set; }

    /// <summary>Given names, family name and biography as the last reading showed them to everybody; null: not read, or not shown.</summary>
    public string? GivenNamesAtOrcid { get; set; }
    public string? FamilyNameAtOrcid { get; set; }
    public string? BiographyAtOrcid { get; set; }

    /// <summary>Digests of what ORCID says of name and biography about which the person has decided; where it says something else, they are asked again.</summary>
    public ValueList<string> ProfileDecided { get; set; } = [];

    /// <summary>True: ORCID's name is unlike ours and no curator has confirmed yet.</summary>
    public bool NameCheckOpen { get; set; }
    public DateTimeOffset? ConnectedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the record was last read completely with the person's token.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When the record had last changed, as that reading said; null: not said.</summary>
    public DateTimeOffset? ChangedAtOrcid { get; set; }

    /// <summary>Of which reading (<see cref="ReadAt"/>, or <see cref="PublicReadAt"/> once there is one) it was worked out what the person is asked; another one: that is still to do.</summary>
    public DateTimeOffset? ComparedAt { get; set; }

    /// <summary>When that was worked out; records that changed since may change it.</summary>
    public DateTimeOffset? WorkedOutAt { get; set; }

    /// <summary>From when on somebody wants it read before its turn: ORCID's webhook, or the person; null: nobody. Done by a pull that was begun (<see cref="ReadTriedAt"/>) after this time.</summary>
    public DateTimeOffset? ReadWantedAt { get; set; }

    /// <summary>When it was last tried to read or compare it, also in vain.</summary>
    public DateTimeOffset? ReadTriedAt { get; set; }

    /// <summary>When what is public of it was last read without the person's token, which ORCID no longer takes; null: not since then.</summary>
    public DateTimeOffset? PublicReadAt { get; set; }

    /// <summary>Since when reading fails; null: the last reading did not.</summary>
    public DateTimeOffset? ReadFailedSince { get; set; }

    /// <summary>How ORCID answered the last reading that failed, for example <c>Unreachable</c>, with status, code and words where it gave them.</summary>
    public string? ReadFailure { get; set; }
    public int? ReadFailureStatus { get; set; }
    public int? ReadFailureCode { get; set; }
    public string? ReadFailureMessage { get; set; }

    /// <summary>When the person confirmed the first sync; null: nothing may be sent.</summary>
    public DateTimeOffset? FirstSyncConfirmedAt { get; set; }
    public DateTimeOffset? LockedAt { get; set; }
    public int Revision { get; set; }
}

/// <summary>Disconnecting: the person leaves, and what was sent is being removed; then the permission is given back.</summary>
public enum ConnectionState { None, Connected, TokenRejected, Disconnected, Disconnecting }
