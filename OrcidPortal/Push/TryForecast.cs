namespace OrcidPortal.Push;

/// <summary>What trying failed items again would do, counted before anything is done.</summary>
/// <param name="Items">Items that failed.</param>
/// <param name="People">Whose they are.</param>
/// <param name="Added">Not at ORCID yet.</param>
/// <param name="Changed">There already, to be changed.</param>
/// <param name="Removed">To be removed there.</param>
/// <param name="Notices">Lines in people's ORCID inboxes it causes at most: one for up to 100 new works of a person, one for everything else.</param>
public sealed record TryForecast(int Items, int People, int Added, int Changed, int Removed, int Notices);
