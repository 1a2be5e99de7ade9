using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>
/// A position names its organisation (9046), and one of the directory: an institution speaks only for its own and related organisations, and who they are stands there.
/// ORCID would take any.
/// </summary>
internal sealed class PositionOrganizationRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (!reading.Organization.Given) findings.Block(ProblemCodes.OrganizationRequired, FieldPaths.OrganizationName);
        else if (reading.Context.Organization is null) findings.Block(ProblemCodes.OrganizationUnknown, FieldPaths.OrganizationName, reading.Fields.OrganizationName ?? reading.Fields.OrganizationId);
    }
}
