using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.Bulk;

/// <summary>What somebody wants done to many records.</summary>
public abstract record BulkFixRequest
{
    private BulkFixRequest() { }

    /// <summary>Says what ORCID calls a word; all records that use it are healed.</summary>
    /// <param name="Vocabulary">A name of <c>VocabularyNames</c>.</param>
    /// <param name="Value">The word as sources write it.</param>
    /// <param name="Target">ORCID's word; null: there is none.</param>
    public sealed record Word(string Vocabulary, string Value, string? Target) : BulkFixRequest;

    /// <summary>Says which organisation of the directory a name is.</summary>
    public sealed record Organization(string Name, Guid OrganizationId) : BulkFixRequest;

    /// <summary>Gives one field the same value.</summary>
    /// <param name="Which">The records.</param>
    /// <param name="Field">A path of <c>FieldPaths</c> that is no list.</param>
    /// <param name="Value">The new value; null empties the field.</param>
    public sealed record SetField(BulkFixSelection Which, string Field, string? Value) : BulkFixRequest;

    /// <summary>Takes the value that is known to be right wherever a problem has one.</summary>
    public sealed record Suggestions(BulkFixSelection Which) : BulkFixRequest;
}

/// <summary>Some records: those a work list shows, or chosen one by one.</summary>
/// <param name="Filter">As the work list narrows; counts where no ids are given.</param>
/// <param name="RecordIds">At most 1,000.</param>
public sealed record BulkFixSelection(FixFilter Filter, IReadOnlyList<Guid>? RecordIds = null)
{
    /// <summary>Records that can be chosen one by one.</summary>
    public const int Most = 1000;
}

/// <summary>What became of a request.</summary>
public abstract record BulkFixResult
{
    private BulkFixResult() { }

    /// <summary>It is being tried; nothing is changed before somebody says so.</summary>
    public sealed record Started(Guid Id) : BulkFixResult;

    /// <summary>It cannot be; nothing was kept.</summary>
    public sealed record Invalid(string Sentence) : BulkFixResult;
}
