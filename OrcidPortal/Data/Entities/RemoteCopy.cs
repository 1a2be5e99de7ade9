namespace OrcidPortal.Data.Entities;

/// <summary>What ORCID holds from us, for one environment, client and iD.</summary>
public sealed class RemoteCopy : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Environment { get; init; }
    public required string ClientId { get; init; }
    public required string Orcid { get; init; }

    /// <summary><c>work</c>, <c>funding</c>, <c>employment</c>, <c>other-name</c> ...</summary>
    public required string Section { get; init; }
    public long PutCode { get; init; }

    /// <summary>The sync item it belongs to; null: ours, but of no record we know.</summary>
    public Guid? SyncItemId { get; set; }

    /// <summary>Fingerprint of what was sent or read; empty where only the summary is known.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>Keys (<c>type:normalised value</c>) of its self identifiers; of what has none, keys of what it is about.</summary>
    public ValueList<string> SelfKeys { get; set; } = [];
    public string Title { get; set; } = "";

    /// <summary>Who may see it, as the person decided at ORCID; null: not read yet.</summary>
    public string? Visibility { get; set; }

    /// <summary>Who added the version of it that the person prefers to ours; null where it is ours, or the only one.</summary>
    public string? PreferredFrom { get; set; }

    /// <summary>When an answer or a reading last showed it there.</summary>
    public DateTimeOffset ConfirmedAt { get; set; }

    /// <summary>Since when a complete reading no longer showed it; null while it does.</summary>
    public DateTimeOffset? MissingSince { get; set; }
    public int Revision { get; set; }
}
