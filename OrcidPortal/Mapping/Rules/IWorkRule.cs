namespace OrcidPortal.Mapping.Rules;

/// <summary>One of ORCID's rules for works. All rules run; each reports everything it finds.</summary>
internal interface IWorkRule
{
    IEnumerable<Problem> Check(WorkMapping mapping);
}
