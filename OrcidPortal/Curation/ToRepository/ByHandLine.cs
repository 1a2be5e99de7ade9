using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.ToRepository;

/// <summary>A correction that DSpace's metadata import can't carry back: somebody has to make it there.</summary>
/// <param name="Source">The source that brought the record.</param>
/// <param name="LocalId">That source's id of it.</param>
public sealed record ByHandLine(Guid RecordId, RecordKind Kind, string Title, string Source, string LocalId, Correction Correction, ByHandReason Reason);

/// <summary>Why a correction is not in a file for DSpace.</summary>
public enum ByHandReason
{
    /// <summary>DSpace's import knows items by their UUID; the source did not give one.</summary>
    NoItemId,

    /// <summary>The layout has no column for the field.</summary>
    NoColumn,

    /// <summary>The repository changed the value since: somebody has to choose first.</summary>
    SourceMovedOn,

    /// <summary>The value has a character that the import takes for something else.</summary>
    CannotCarry,

    /// <summary>DSpace's list of types has no word for it.</summary>
    NoWord,
}
