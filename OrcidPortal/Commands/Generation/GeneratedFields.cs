using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>Fields of records as sources bring them: of every kind, in many languages and notations, and such as ORCID takes. Pure: the same random numbers give the same fields.</summary>
internal static class GeneratedFields
{
    /// <summary>The fields of one record.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="number">0 to 9,999,999; identifiers are made of it, so that no two records of a kind share one.</param>
    public static RecordFields Of(RecordKind kind, Random random, int number) => kind switch
    {
        RecordKind.Work => GeneratedWorks.Of(random, number),
        RecordKind.Funding => GeneratedFundings.Of(random, number),
        _ when kind.IsAffiliation() => GeneratedPositions.Of(kind, random),
        _ => GeneratedProfiles.Of(kind, random, number),
    };
}
