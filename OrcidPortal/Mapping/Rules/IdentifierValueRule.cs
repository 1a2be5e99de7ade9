using System.Globalization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An identifier that has not the shape of its type (ORCID marks it with 8001) would lead nowhere; it is left out.</summary>
internal sealed class IdentifierValueRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        foreach (var id in mapping.Identifiers.Where(i => i.TypeKnown && i.Value is null))
            yield return new Problem(WorkProblems.ExternalIdValueInvalid, ProblemSeverity.Warns, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Value, Suggest(id));
    }

    /// <summary>The value with ordinary hyphens and without blanks, where that gives it its shape.</summary>
    private static string? Suggest(IdentifierReading id)
    {
        var closed = string.Concat((id.Given.Value ?? "").Where(c => !char.IsWhiteSpace(c)).Select(c => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? '-' : c));
        return ExternalIdNormaliser.Normalize(id.Type, closed);
    }
}
