using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping;

/// <summary>What can be wrong only among several records of one person.</summary>
public static class PersonRules
{
    /// <summary>How many works an ORCID record holds (9048).</summary>
    public const int MostWorks = 10_000;

    /// <summary>Another record of the same person and kind has the same own identifier, or says the same: ORCID would refuse the second one (9021, 9030).</summary>
    /// <param name="kind">Of both.</param>
    /// <param name="selfKey">The shared key of <see cref="SelfKeys"/>.</param>
    /// <param name="otherTitle">What the other one is called.</param>
    public static Problem SharedSelfKey(RecordKind kind, string selfKey, string otherTitle) => kind is RecordKind.Work or RecordKind.Funding
        ? new(ProblemCodes.ExternalIdShared, ProblemSeverity.Blocks, $"{FieldPaths.ExternalIds}/{selfKey}", PlainText.Clip(otherTitle))
        : new(ProblemCodes.ItemShared, ProblemSeverity.Blocks, FieldPaths.Of(kind)[0], PlainText.Clip(otherTitle));

    /// <summary>The person has more works than an ORCID record holds (9048): this one is beyond.</summary>
    /// <param name="works">How many they have.</param>
    public static Problem TooMany(int works) =>
        new(ProblemCodes.WorksTooMany, ProblemSeverity.Blocks, FieldPaths.Title, works.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
