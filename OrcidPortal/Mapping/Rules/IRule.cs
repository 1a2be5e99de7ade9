using OrcidPortal.Mapping.Reading;

namespace OrcidPortal.Mapping.Rules;

/// <summary>One of ORCID's rules. All rules of a kind run; each reports everything it finds.</summary>
internal interface IRule
{
    void Check(RecordReading reading, Findings findings);
}
