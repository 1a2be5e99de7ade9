using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>A record as it would go to ORCID.</summary>
/// <param name="Message">What would be sent; of use only where <see cref="CanBeSent"/>.</param>
/// <param name="Problems">All that was found, blocking ones first.</param>
/// <param name="Fingerprint">Of what a reader sees (<see cref="Fingerprints"/>), 64 hexadecimal digits.</param>
/// <param name="SelfKeys">Keys by which it is recognised at ORCID (<see cref="Mapping.SelfKeys"/>), in the message's order.</param>
public sealed record MappedRecord(OrcidMessage Message, IReadOnlyList<Problem> Problems, string Fingerprint, IReadOnlyList<string> SelfKeys)
{
    /// <summary>Whether nothing blocks.</summary>
    public bool CanBeSent
    {
        get
        {
            foreach (var problem in Problems)
                if (problem.Severity == ProblemSeverity.Blocks) return false;
            return true;
        }
    }

    /// <summary>The message of a work; null for other kinds.</summary>
    public WorkMessage? Work => Message as WorkMessage;
}
