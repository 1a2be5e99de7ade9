using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID has a closed list of languages (9037); another one is left out.</summary>
internal sealed class LanguageCodeRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        var given = mapping.Fields.LanguageCode;
        if (!string.IsNullOrWhiteSpace(given) && mapping.Message.LanguageCode is null)
            yield return new Problem(WorkProblems.LanguageCodeInvalid, ProblemSeverity.Warns, FieldPaths.LanguageCode, given, LanguageCodes.Suggest(given));
    }
}
