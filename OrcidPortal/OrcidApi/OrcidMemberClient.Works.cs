using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <content>The calls that know works only.</content>
public sealed partial class OrcidMemberClient
{
    /// <summary>Reads the summaries of all works of a record that the token may see.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    public Task<OrcidAnswer<WorksSummary>> ReadWorksAsync(OrcidId orcid, string token, CancellationToken cancellationToken) =>
        SendAsync<WorksSummary>(HttpMethod.Get, $"{orcid}/works", token, null, CallEffect.Read, WorksXmlReader.TryReadSummary, cancellationToken);

    /// <inheritdoc cref="ReadItemsAsync"/>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="putCodes">At most 100; none: no call is made.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    public async Task<OrcidAnswer<IReadOnlyList<StoredWork>>> ReadWorkDetailsAsync(
        OrcidId orcid, string token, IReadOnlyList<PutCode> putCodes, CancellationToken cancellationToken)
    {
        var answer = await ReadItemsAsync(orcid, token, putCodes, cancellationToken);
        return new(answer.Result, answer.Value?.Select(StoredWork.Of).OfType<StoredWork>().ToList(), answer.Duration);
    }

    /// <inheritdoc cref="AddManyAsync"/>
    public async Task<OrcidAnswer<IReadOnlyList<OrcidAnswer<StoredWork>>>> AddWorksAsync(
        OrcidId orcid, string token, IReadOnlyList<WorkMessage> works, CancellationToken cancellationToken)
    {
        var answer = await AddManyAsync(orcid, token, works, cancellationToken);
        return new(answer.Result, answer.Value?.Select(OfWork).ToList(), answer.Duration);
    }

    /// <summary>Replaces a work of ours. May be repeated safely.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="putCode">Which work.</param>
    /// <param name="work">What it is to say from now on.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the work may have been replaced.</param>
    /// <returns>The work as ORCID now holds it.</returns>
    public async Task<OrcidAnswer<StoredWork>> UpdateWorkAsync(OrcidId orcid, string token, PutCode putCode, WorkMessage work, CancellationToken cancellationToken) =>
        OfWork(await UpdateAsync(orcid, token, putCode, work, cancellationToken));

    /// <summary>Removes a work of ours. May be repeated safely; <see cref="OrcidResult.NotFound"/> means it is gone.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token; one they revoked still removes.</param>
    /// <param name="putCode">Which work.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the work may have been removed.</param>
    public Task<OrcidAnswer<bool>> RemoveWorkAsync(OrcidId orcid, string token, PutCode putCode, CancellationToken cancellationToken) =>
        RemoveAsync(orcid, token, OrcidSection.Work, putCode, cancellationToken);

    private static OrcidAnswer<StoredWork> OfWork(OrcidAnswer<StoredItem> answer) => new(answer.Result, StoredWork.Of(answer.Value), answer.Duration);
}
