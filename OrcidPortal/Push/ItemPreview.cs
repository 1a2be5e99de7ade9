using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>One item as it would be sent, beside what ORCID holds of it now.</summary>
/// <param name="State">What looking at ORCID found.</param>
/// <param name="Desired">Whether it is to stand there, to be taken away, or to be left alone; then the lines are what would be sent if it were.</param>
/// <param name="CanBeSent">Whether nothing in the record stands against sending it.</param>
/// <param name="Lines">Line by line; without a second side where ORCID was not read. Of what is to be taken away only that side is there.</param>
/// <param name="Xml">The message as it would be sent, indented; empty for a removal, which has no body. A new work travels with others of its person in one call.</param>
/// <param name="Differs">Whether a reader of the ORCID record would see something change (<see cref="Fingerprints"/>): only that makes the portal send. Null where ORCID was not read.</param>
/// <param name="PutCode">ORCID's number of the item it replaces; null for a new one.</param>
public sealed record ItemPreview(
    ItemPreviewState State, Desired Desired, bool CanBeSent, IReadOnlyList<ComparedLine> Lines, string Xml, bool? Differs, PutCode? PutCode);
