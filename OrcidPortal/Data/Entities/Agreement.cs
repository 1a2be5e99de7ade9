namespace OrcidPortal.Data.Entities;

/// <summary>The text, scopes and preferences a person agreed to. Rows are only ever added.</summary>
public sealed class Agreement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public AgreementKind Kind { get; init; }
    public required string Orcid { get; init; }

    /// <summary>Version of the text shown, for example <c>2026-11</c>.</summary>
    public required string TextVersion { get; init; }
    public required string Language { get; init; }
    public required string Scopes { get; init; }

    /// <summary>Mode, kinds and rule in words of the settings, for example <c>mode=Daily; works=All; fundings=yes; ... already-there=Leave</c>.</summary>
    public required string Preferences { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }
}

public enum AgreementKind { Connect, FirstSync, Preferences, Disconnect }
