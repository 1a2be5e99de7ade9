using Microsoft.Extensions.Options;
using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>
/// ORCID's public API 3.0: what everybody may see of a record, read with a token of the institution (<c>/read-public</c>) and nobody's permission.
/// Every call ends in a case of <see cref="OrcidResult"/>, nothing is tried twice, and no message carries a token.
/// </summary>
public sealed class OrcidPublicClient(HttpClient http, OrcidEndpoints endpoints, IOptions<OrcidOptions> options, TimeProvider time, ILogger<OrcidPublicClient> logger)
{
    private readonly OrcidRequests _requests = new(new OrcidCall(http, options.Value.CallTimeout, time, logger), () => endpoints.Public);

    /// <summary>Reads what is public of a record's works, fundings, affiliations, profile items and person. Of works and fundings only what a list shows.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">The institution's.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    public Task<OrcidAnswer<StoredRecord>> ReadRecordAsync(OrcidId orcid, string token, CancellationToken cancellationToken) => _requests.ReadRecordAsync(orcid, token, cancellationToken);

    /// <summary>Reads one public item whole.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">The institution's.</param>
    /// <param name="section">Where it stands.</param>
    /// <param name="putCode">Which item.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    public Task<OrcidAnswer<StoredItem>> ReadItemAsync(OrcidId orcid, string token, OrcidSection section, PutCode putCode, CancellationToken cancellationToken) =>
        _requests.ReadItemAsync(orcid, token, section, putCode, cancellationToken);

    /// <summary>Reads public works whole. What is not there, or is not public, is left out.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">The institution's.</param>
    /// <param name="works">At most 100; none: no call is made.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 100 put-codes.</exception>
    public Task<OrcidAnswer<IReadOnlyList<StoredItem>>> ReadItemsAsync(OrcidId orcid, string token, IReadOnlyList<PutCode> works, CancellationToken cancellationToken) =>
        _requests.ReadItemsAsync(orcid, token, works, cancellationToken);
}
