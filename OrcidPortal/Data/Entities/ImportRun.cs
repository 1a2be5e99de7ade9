namespace OrcidPortal.Data.Entities;

/// <summary>One file coming in.</summary>
public sealed class ImportRun : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary><c>bibtex</c> or <c>csl-json</c>.</summary>
    public required string Format { get; init; }
    public required string FileName { get; init; }
    public Guid PersonId { get; init; }
    public ImportState State { get; set; }

    /// <summary>Entries found in the file; null until it has been read.</summary>
    public int? Total { get; set; }
    public int Read { get; set; }
    public int Added { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    public int Rejected { get; set; }

    /// <summary>Why the whole file failed, in a sentence.</summary>
    public string? Failure { get; set; }
    public required string By { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Renewed while it runs; an older one than half a minute means the process died.</summary>
    public DateTimeOffset? AliveAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The run that repeats this one, or null.</summary>
    public Guid? RepeatedBy { get; set; }
    public int Revision { get; set; }
}

public enum ImportState { Queued, Running, Done, Failed }

/// <summary>The file itself, kept so that an interrupted run can be repeated.</summary>
public sealed class ImportFile
{
    public Guid ImportRunId { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>What became of one entry of a file.</summary>
public sealed class ImportLine
{
    public Guid ImportRunId { get; init; }

    /// <summary>The entry's place in the file, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>The line of the file where it begins, from 1.</summary>
    public int Line { get; init; }
    public ImportOutcome Outcome { get; init; }

    /// <summary>Citation key or id, up to 200 characters.</summary>
    public string EntryKey { get; init; } = "";
    public string Title { get; init; } = "";

    /// <summary>Why it was rejected, or a warning.</summary>
    public string? Message { get; init; }
    public Guid? RecordId { get; init; }
}

public enum ImportOutcome { Added, Updated, Unchanged, Rejected }
