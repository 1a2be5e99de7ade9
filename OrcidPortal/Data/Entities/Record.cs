namespace OrcidPortal.Data.Entities;

/// <summary>A work, funding, affiliation or profile item as we hold it: the effective record, computed from source entries and corrections when saved.</summary>
public sealed class Record : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public RecordKind Kind { get; init; }

    /// <summary>Raised each time an effective field changes; what <see cref="SyncItem.DesiredVersion"/> refers to.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The effective fields.</summary>
    public RecordFields Fields { get; set; } = new();

    /// <summary>What lists call it: the effective title, a position with its place, a name; empty where there is none.</summary>
    public string Title { get; set; } = "";

    /// <summary>The title in lower case without punctuation, up to 200 characters, for search and sorting.</summary>
    public string SortTitle { get; set; } = "";
    public int? Year { get; set; }

    /// <summary>Problems that stand against it in <see cref="RecordProblem"/>, counted by the planner.</summary>
    public int ProblemCount { get; set; }

    /// <summary>The version the problems were computed for; lower than <see cref="Version"/> until planned.</summary>
    public int CheckedVersion { get; set; }

    /// <summary>The record that a curator said is the same work and stays; this one holds nothing any more and stands in no list. Null: it is one of its own.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>Everything that is known of it comes from ORCID: no repository and no file has it.</summary>
    public bool OnlyAtOrcid { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public int Revision { get; set; }

    public List<SourceEntry> SourceEntries { get; } = [];
    public List<Correction> Corrections { get; } = [];
    public List<RecordKey> Keys { get; } = [];
    public List<RecordPerson> People { get; } = [];
    public List<RecordTerm> Terms { get; } = [];
}

/// <summary>What a record is; the last five are profile items, which are kept, corrected and sent as records are.</summary>
public enum RecordKind
{
    Work, Funding, Employment, Education, Distinction, InvitedPosition, Membership, Qualification, Service, OtherName, Keyword, Country, Website, PersonIdentifier,
}
