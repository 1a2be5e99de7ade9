using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID has a closed list of roles (9058); with another one the person is named without a role. One problem for each role, not for each person.</summary>
internal sealed class ContributorRoleRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        HashSet<string>? told = null;
        foreach (var contributor in reading.Fields.Contributors)
        {
            if (string.IsNullOrWhiteSpace(contributor.Role) || reading.Role(contributor.Role) is not null || !(told ??= []).Add(contributor.Role)) continue;
            findings.Warn(ProblemCodes.ContributorRoleInvalid, $"{FieldPaths.Contributors}/{contributor.Key}", contributor.Role);
        }
    }
}
