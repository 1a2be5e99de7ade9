using OrcidPortal.Data.Entities;

namespace OrcidPortal.Connect;

/// <summary>How a person is connected, for pages and the API: everything but tokens.</summary>
/// <param name="State">None where the person never connected.</param>
/// <param name="Orcid">The iD while connected or rejected; null otherwise.</param>
/// <param name="RecordUrl">The record's page, for people to follow.</param>
/// <param name="NameAtOrcid">The public name at ORCID, where there is one.</param>
/// <param name="NameCheckOpen">ORCID's name is unlike ours and no curator has confirmed.</param>
/// <param name="ConnectedAt">When the permission was given.</param>
/// <param name="FirstSyncConfirmedAt">When the person confirmed the first sync; null: nothing is sent.</param>
/// <param name="ReadAt">When the record was last read completely.</param>
/// <param name="Scopes">Granted scopes, separated by blanks.</param>
public sealed record ConnectionInfo(
    ConnectionState State,
    string? Orcid,
    string? RecordUrl,
    string? NameAtOrcid,
    bool NameCheckOpen,
    DateTimeOffset? ConnectedAt,
    DateTimeOffset? FirstSyncConfirmedAt,
    DateTimeOffset? ReadAt,
    string Scopes)
{
    /// <summary>When what is public of the record was last read, after the permission was rejected; null: not since then.</summary>
    public DateTimeOffset? PublicReadAt { get; init; }

    /// <summary>When the record was last read, whole or what is public of it.</summary>
    public DateTimeOffset? LastReadAt => PublicReadAt ?? ReadAt;

    /// <summary>Somebody who never connected.</summary>
    public static ConnectionInfo Never { get; } = new(ConnectionState.None, null, null, null, false, null, null, null, "");
}
