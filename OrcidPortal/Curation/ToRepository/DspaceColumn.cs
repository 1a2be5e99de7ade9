using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.ToRepository;

/// <summary>A column of DSpace's metadata import, and what of a record goes into it.</summary>
/// <param name="Kind">Of the records.</param>
/// <param name="Field">A path of <c>FieldPaths</c>.</param>
/// <param name="Part">Of a list: the type of the identifiers or the role of the contributors; null for a single field.</param>
/// <param name="Name">As DSpace names it, with a language where its values have one: <c>dc.title[en]</c>.</param>
public sealed record DspaceColumn(RecordKind Kind, string Field, string? Part, string Name);
