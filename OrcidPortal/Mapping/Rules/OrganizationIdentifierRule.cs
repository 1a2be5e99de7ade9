using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>
/// A funder, employer or school needs an identifier that ORCID knows (9045); the other positions one, or an identifier of their own (9062).
/// The identifier comes from the record or from the organisation directory.
/// </summary>
internal sealed class OrganizationIdentifierRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        var place = reading.Organization;
        if (!place.Given || place is { IdSource: not null, IdValue: not null }) return;
        var (source, value) = (reading.Fields.OrganizationIdSource, reading.Fields.OrganizationId);
        var needed = reading.Kind is RecordKind.Funding or RecordKind.Employment or RecordKind.Education || reading.ExternalIds.Count == 0;
        if (string.IsNullOrWhiteSpace(value) && string.IsNullOrWhiteSpace(source)) Say(ProblemCodes.DisambiguatedOrganizationRequired, FieldPaths.OrganizationId, reading.Fields.OrganizationName);
        else if (string.IsNullOrWhiteSpace(value)) Say(ProblemCodes.DisambiguatedOrganizationValueRequired, FieldPaths.OrganizationId, source);
        else if (string.IsNullOrWhiteSpace(source) && place.IdSource is null) Say(ProblemCodes.DisambiguationSourceRequired, FieldPaths.OrganizationIdSource, value);
        else if (place.IdSource is null) Say(ProblemCodes.DisambiguationSourceInvalid, FieldPaths.OrganizationIdSource, source);
        else Say(ProblemCodes.DisambiguatedOrganizationValueInvalid, FieldPaths.OrganizationId, value);

        void Say(string code, string field, string? given)
        {
            if (needed) findings.Block(code, field, given);
            else findings.Warn(code, field, given);
        }
    }
}
