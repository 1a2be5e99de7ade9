namespace OrcidPortal.Push;

/// <summary>Says what ORCID should hold for each person and record.</summary>
public sealed class PushPlanner
{
    /// <summary>Plans all changes and requests that wait.</summary>
    /// <returns>How many sync items were looked at.</returns>
    public Task<int> PlanAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
