namespace OrcidPortal.Data.Entities;

/// <summary>
/// What stands in a person's ORCID record from somebody else and what it is here: something new, perhaps one of their records, or surely one. The person's answer stays
/// with it, also where the entry at ORCID goes and comes back.
/// </summary>
public sealed class Suggestion : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public required string Environment { get; init; }

    /// <summary>In whose record it stands; where the person's record was merged into another and the entry stands there, too, their answer goes along.</summary>
    public required string Orcid { get; set; }

    /// <summary><c>work</c>, <c>funding</c>, <c>employment</c>, <c>other-name</c> ...</summary>
    public required string Section { get; init; }
    public long PutCode { get; set; }
    public RecordKind Kind { get; init; }
    public SuggestionMatch Match { get; set; }
    public SuggestionState State { get; set; }

    /// <summary>The record it is; null where it is none, or not known which.</summary>
    public Guid? RecordId { get; set; }

    /// <summary>Ids of the records it may be, likeliest first.</summary>
    public ValueList<string> Candidates { get; set; } = [];

    /// <summary>Where it is a record of ours: the fields in which ORCID says something else or more, and the person has not said yet whether we are to say so, too.</summary>
    public ValueList<string> Differences { get; set; } = [];

    /// <summary>Digests of the differences about which the person has decided; where ORCID says something else again, they are asked again.</summary>
    public ValueList<string> Decided { get; set; } = [];
    public string Title { get; set; } = "";
    public int? Year { get; set; }

    /// <summary>Who added it there, as people read it.</summary>
    public string SourceName { get; set; } = "";
    public string Visibility { get; set; } = "";
    public ValueList<string> SelfKeys { get; set; } = [];

    /// <summary>It no longer stands at ORCID: only the answer is kept.</summary>
    public bool IsGone { get; set; }
    public DateTimeOffset FoundAt { get; init; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }
    public int Revision { get; set; }
}

/// <summary>New: none of our records. Maybe: perhaps one. Same: surely one, or the person said so.</summary>
public enum SuggestionMatch { New, Maybe, Same }

/// <summary>Open: the person is asked. Settled: there is nothing to ask. Claimed: "this is mine", and it is a record now. Dismissed: not to be asked again.</summary>
public enum SuggestionState { Open, Settled, Claimed, Dismissed }
