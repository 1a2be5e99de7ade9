using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Api;

/// <summary>One reason why ORCID would refuse a record.</summary>
/// <param name="Blocks">False: it goes nevertheless, but something is left out.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Fix">What to do.</param>
public sealed record ProblemView(string Code, bool Blocks, string Field, string Value, string Sentence, string Fix, string? Suggestion)
{
    internal static ProblemView Of(RecordProblem p)
    {
        var words = ProblemSentences.For(p.Code, p.Field, p.Value, p.Suggestion);
        return new ProblemView(p.Code, p.Severity == ProblemSeverity.Blocks, p.Field, p.Value, words.What, words.HowToFix, p.Suggestion);
    }
}
