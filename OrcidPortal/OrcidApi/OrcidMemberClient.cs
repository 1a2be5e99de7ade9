using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>ORCID's member API 3.0, works.</summary>
public sealed class OrcidMemberClient
{
    /// <summary>Reads the summaries of all works of a record.</summary>
    public Task<OrcidAnswer<WorksSummary>> ReadWorksAsync(OrcidId orcid, string token, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Reads up to 100 works whole.</summary>
    public Task<OrcidAnswer<IReadOnlyList<StoredWork>>> ReadWorkDetailsAsync(OrcidId orcid, string token, IReadOnlyList<PutCode> putCodes, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Adds up to 100 works in one call; the answers are in the order given.</summary>
    public Task<OrcidAnswer<IReadOnlyList<OrcidAnswer<StoredWork>>>> AddWorksAsync(OrcidId orcid, string token, IReadOnlyList<WorkMessage> works, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Replaces a work.</summary>
    public Task<OrcidAnswer<StoredWork>> UpdateWorkAsync(OrcidId orcid, string token, PutCode putCode, WorkMessage work, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Removes a work.</summary>
    public Task<OrcidAnswer<bool>> RemoveWorkAsync(OrcidId orcid, string token, PutCode putCode, CancellationToken cancellationToken) => throw new NotImplementedException();
}
