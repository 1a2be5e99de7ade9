using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An identifier that has not the shape of its type (ORCID marks it with 8001) would lead nowhere; it is left out.</summary>
internal sealed class IdentifierValueRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        foreach (var id in reading.Identifiers)
        {
            if (!id.TypeKnown || id.Value is not null) continue;
            if (IdentifierGuess.Of(id) is { } other) findings.Warn(ProblemCodes.ExternalIdTypeDoubtful, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Value, other);
            else findings.Warn(ProblemCodes.ExternalIdValueInvalid, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Value, Suggest(id));
        }
    }

    /// <summary>The value with ordinary hyphens and without blanks, where that gives it its shape.</summary>
    private static string? Suggest(IdentifierReading id)
    {
        var closed = string.Concat((id.Given.Value ?? "").Where(c => !char.IsWhiteSpace(c))
            .Select(c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.DashPunctuation ? '-' : c));
        return OrcidPortal.Identifiers.ExternalIdNormaliser.Normalize(id.Type, closed);
    }
}
