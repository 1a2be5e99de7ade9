namespace OrcidPortal.Data.Entities;

/// <summary>One fix for many records: tried first, with figures; then applied, when somebody says so; and taken back as one.</summary>
public sealed class BulkFix : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public BulkFixKind Kind { get; init; }
    public BulkFixState State { get; set; }

    /// <summary>Which records, as the work list narrows them; JSON. Null: those that were selected one by one.</summary>
    public string? Filter { get; init; }

    /// <summary>Asked for by a curator who looks after these departments only; null: by one of the whole institution.</summary>
    public ValueList<string>? Within { get; init; }

    /// <summary>SetField: a path of <c>FieldPaths</c>.</summary>
    public string? Field { get; init; }

    /// <summary>SetField: the new value, null empties the field. Word: ORCID's word, null says that there is none.</summary>
    public string? Value { get; init; }

    /// <summary>Word: a name of <c>VocabularyNames</c>.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>Word: the word as sources write it. Organization: the name that records give.</summary>
    public string? Word { get; init; }

    /// <summary>Organization: which of the directory is meant.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Word and Organization: what was said before, for taking it back; empty: nothing, the default counted.</summary>
    public string? Before { get; set; }
    public string? Reason { get; init; }
    public required string By { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Renewed while a process works on it; null while none does. An old one means that the process died.</summary>
    public DateTimeOffset? AliveAt { get; set; }

    /// <summary>How many records it is about; null until they are listed.</summary>
    public int? Total { get; set; }

    /// <summary>How many of them are done, in the step that is under way.</summary>
    public int Done { get; set; }

    // What trying it showed.

    /// <summary>Records that would say something else.</summary>
    public int Changed { get; set; }

    /// <summary>Records that would have no blocking problem left.</summary>
    public int Healed { get; set; }

    /// <summary>Items that would be added at ORCID by themselves; each is in the inbox notice of up to 100 of a person.</summary>
    public int Additions { get; set; }

    /// <summary>Entries that would be changed at ORCID; each is an inbox notice.</summary>
    public int Updates { get; set; }

    /// <summary>Inbox notices at ORCID, at most.</summary>
    public int Notices { get; set; }

    /// <summary>Items that would wait for their people: not connected, to be approved, held.</summary>
    public int Waiting { get; set; }
    public DateTimeOffset? TriedAt { get; set; }
    public string? AppliedBy { get; set; }
    public DateTimeOffset? AppliedAt { get; set; }
    public string? UndoneBy { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Why it could not go on, in a sentence.</summary>
    public string? Failure { get; set; }
    public int Revision { get; set; }
}

/// <summary>Word: says what ORCID calls a word of a vocabulary. Organization: says which organisation a name is. SetField: one value for a field. Suggestions: the suggested fix of each problem.</summary>
public enum BulkFixKind { Word, Organization, SetField, Suggestions }

/// <summary>Trying, Tried, Applying, Applied, Undoing, Undone in turn; Dropped: nobody wanted it.</summary>
public enum BulkFixState { Trying, Tried, Applying, Applied, Undoing, Undone, Dropped, Failed }

/// <summary>One record of a <see cref="BulkFix"/>.</summary>
public sealed class BulkFixLine
{
    public Guid BulkFixId { get; init; }
    public Guid RecordId { get; init; }

    /// <summary>The version of the record that was tried; another one is not touched.</summary>
    public int Version { get; set; }
    public BulkFixOutcome Outcome { get; set; }

    /// <summary>What it said before and would say, for reading; up to 500 characters each.</summary>
    public string? Before { get; set; }
    public string? After { get; set; }

    /// <summary>Blocking problems that would be left.</summary>
    public int ProblemsLeft { get; set; }

    /// <summary>Why nothing was done, in a sentence.</summary>
    public string? Message { get; set; }
}

/// <summary>Listed: not looked at yet. Same: it says so already. Skipped: it cannot be done here, <see cref="BulkFixLine.Message"/> says why. WouldChange, then Changed, then TakenBack.</summary>
public enum BulkFixOutcome { Listed, Same, Skipped, WouldChange, Changed, TakenBack }
