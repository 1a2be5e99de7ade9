using System.Collections.Frozen;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>Which fields of a record a researcher corrects at once, and for which a correction is a proposal. Pure.</summary>
internal static class ProposedFields
{
    private static readonly FrozenSet<string> Nothing = [];
    private static readonly FrozenSet<string> Major = FrozenSet.ToFrozenSet([FieldPaths.Title, FieldPaths.Type, FieldPaths.ExternalIds]);

    /// <summary>The fields that are proposed.</summary>
    /// <param name="shared">Another connected person has the record, too.</param>
    public static IReadOnlySet<string> Of(RecordKind kind, bool shared, ResearcherCorrections atOnce) => (shared, atOnce) switch
    {
        (true, _) => FieldPaths.Of(kind).ToFrozenSet(),
        // A name, a keyword, a number of one's own: nobody knows it better.
        _ when kind.IsProfileItem() => Nothing,
        (_, ResearcherCorrections.All) => Nothing,
        (_, ResearcherCorrections.None) => FieldPaths.Of(kind).ToFrozenSet(),
        _ => Major,
    };
}
