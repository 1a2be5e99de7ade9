using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>A value somebody wants a field to have.</summary>
/// <param name="Field">A path of <see cref="FieldPaths"/>, or an alias of one.</param>
/// <param name="Key">The element of a list field to replace or remove; null when adding and for single fields.</param>
/// <param name="Op">Replace for single fields; Add, Replace or Remove for lists.</param>
/// <param name="Value">Plain text; for lists the element as JSON, or in short: an identifier <c>doi:10.1000/1</c>, a contributor's name.</param>
public sealed record CorrectionRequest(string Field, string? Key, CorrectionOp Op, string? Value);

/// <summary>What became of a correction.</summary>
public abstract record CorrectionResult
{
    private CorrectionResult() { }

    /// <summary>It counts; the record now has this version.</summary>
    public sealed record Saved(int Version) : CorrectionResult;

    /// <summary>There is no such record or correction.</summary>
    public sealed record NotFound : CorrectionResult;

    /// <summary>Somebody changed the record since it was read; nothing was saved.</summary>
    public sealed record Conflict(int CurrentVersion) : CorrectionResult;

    /// <summary>The request cannot be a correction; nothing was saved.</summary>
    public sealed record Invalid(string Field, string Sentence) : CorrectionResult;
}
