namespace OrcidPortal.Simulator.Store;

/// <summary>A token somebody was given. Without <see cref="Orcid"/> it is a client's own (two-legged).</summary>
internal sealed record AccessToken
{
    public required string Value { get; init; }
    public required string RefreshValue { get; init; }
    public required string ClientId { get; init; }
    public string? Orcid { get; init; }

    /// <summary>Separated by blanks, as asked for.</summary>
    public required string Scope { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The authorization code it was made from.</summary>
    public string? Code { get; init; }

    /// <summary>When the person signed in who gave it; null: nobody did.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>False for what a browser is handed for ten minutes: it does not spare the person the next question.</summary>
    public bool IsPersistent { get; init; } = true;

    public TokenEnd End { get; init; }

    public bool IsLive(DateTimeOffset now) => End == TokenEnd.None && now < ExpiresAt;

    /// <summary>Without the values: nothing may print a token.</summary>
    public override string ToString() => $"Token of {Orcid ?? ClientId} for {Scope} ({End})";
}
