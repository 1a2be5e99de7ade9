using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Messages;

/// <summary>What one caller may see of a record, taken while the state was held.</summary>
/// <param name="Person">Whose record.</param>
/// <param name="ShowsName">Whether the caller may know the name.</param>
/// <param name="ShowsBiography">Whether there is a biography that the caller may read.</param>
/// <param name="Emails">The addresses the caller may know.</param>
/// <param name="Items">The items the caller may see.</param>
/// <param name="Sources">The names of whoever added them.</param>
internal sealed record RecordView(
    Person Person, bool ShowsName, bool ShowsBiography, IReadOnlyList<EmailAddress> Emails, ILookup<Section, StoredItem> Items, SourceNames Sources)
{
    public string Orcid => Person.Orcid;

    public bool IsClosed => Person.Standing == RecordStanding.Deactivated;

    public IReadOnlyList<StoredItem> Of(Section section) => [.. Items[section]];
}
