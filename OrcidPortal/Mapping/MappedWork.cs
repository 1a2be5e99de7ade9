using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>A work as it would go to ORCID.</summary>
/// <param name="Message">What would be sent; of use only where <see cref="CanBeSent"/>.</param>
/// <param name="Problems">All that was found, blocking ones first.</param>
/// <param name="Fingerprint">Of what a reader sees (<see cref="Fingerprints"/>), 64 hexadecimal digits.</param>
/// <param name="SelfKeys">Keys (<c>type:normalised value</c>) of the identifiers with relationship self, in the message's order.</param>
public sealed record MappedWork(WorkMessage Message, IReadOnlyList<Problem> Problems, string Fingerprint, IReadOnlyList<string> SelfKeys)
{
    /// <summary>Whether nothing blocks.</summary>
    public bool CanBeSent => Problems.All(p => p.Severity != ProblemSeverity.Blocks);
}
