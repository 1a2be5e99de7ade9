using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping;

/// <summary>What can be wrong only among several works of one person.</summary>
public static class PersonRules
{
    /// <summary>Another work of the same person has the same own identifier: ORCID would refuse the second one (9021).</summary>
    /// <param name="selfKey">The shared key, <c>type:normalised value</c>.</param>
    /// <param name="otherTitle">The title of the other work.</param>
    public static Problem SharedSelfKey(string selfKey, string otherTitle) =>
        new(WorkProblems.ExternalIdShared, ProblemSeverity.Blocks, $"{FieldPaths.ExternalIds}/{selfKey}", otherTitle);
}
