using OrcidPortal.Data.Entities;

namespace OrcidPortal.Connect;

/// <summary>A line of the list of people.</summary>
/// <param name="Person">The person.</param>
/// <param name="Connection">How they are connected.</param>
public sealed record PersonRow(Person Person, ConnectionInfo Connection);
