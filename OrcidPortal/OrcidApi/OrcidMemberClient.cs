using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>
/// ORCID's member API 3.0: works, fundings, affiliations and the person's own sections.
/// Every call ends in a case of <see cref="OrcidResult"/>, nothing is tried twice, and no message carries a token.
/// </summary>
public sealed partial class OrcidMemberClient(HttpClient http, OrcidEndpoints endpoints, IOptions<OrcidOptions> options, TimeProvider time, ILogger<OrcidMemberClient> logger)
{
    /// <summary>How many works one call may carry (9006, 9042).</summary>
    public const int BulkLimit = 100;

    private readonly OrcidRequests _requests = new(new OrcidCall(http, options.Value.CallTimeout, time, logger), () => endpoints.Api);

    /// <summary>Reads a record: what the token may see of works, fundings, affiliations, profile items and the person. Of works and fundings only what a list shows.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    public Task<OrcidAnswer<StoredRecord>> ReadRecordAsync(OrcidId orcid, string token, CancellationToken cancellationToken) =>
        _requests.ReadRecordAsync(orcid, token, cancellationToken);

    /// <summary>Searches what is public of all records.</summary>
    /// <param name="token">A token of the institution with <c>/read-public</c>.</param>
    /// <param name="query">In Lucene's syntax, for example <c>family-name:"Lovelace"</c>.</param>
    /// <param name="rows">How many are shown at most, 0 to 1,000.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    public Task<OrcidAnswer<FoundRecords>> SearchAsync(string token, string query, int rows, CancellationToken cancellationToken) =>
        SendAsync<FoundRecords>(HttpMethod.Get, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"expanded-search/?q={Uri.EscapeDataString(query)}&rows={rows}"), token, null, CallEffect.Read, SearchXmlReader.TryRead, cancellationToken);

    /// <summary>Reads one item whole.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="section">Where it stands.</param>
    /// <param name="putCode">Which item.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    public Task<OrcidAnswer<StoredItem>> ReadItemAsync(OrcidId orcid, string token, OrcidSection section, PutCode putCode, CancellationToken cancellationToken) =>
        _requests.ReadItemAsync(orcid, token, section, putCode, cancellationToken);

    /// <summary>Reads works whole. What is not there, or may not be seen, is left out.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="works">At most 100; none: no call is made.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 100 put-codes.</exception>
    public Task<OrcidAnswer<IReadOnlyList<StoredItem>>> ReadItemsAsync(OrcidId orcid, string token, IReadOnlyList<PutCode> works, CancellationToken cancellationToken) =>
        _requests.ReadItemsAsync(orcid, token, works, cancellationToken);

    /// <summary>Adds one item; ORCID puts a notice into the person's inbox.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="message">What it is to say.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the item may have been taken.</param>
    /// <returns>The put-code with the message as sent: ORCID answers with an address only. Where it names no put-code, <see cref="OrcidResult.OutcomeUnknown"/>.</returns>
    public Task<OrcidAnswer<StoredItem>> AddAsync(OrcidId orcid, string token, OrcidMessage message, CancellationToken cancellationToken)
    {
        var body = MessageXmlWriter.Write(message, putCode: null);
        return SendAsync<StoredItem>(HttpMethod.Post, $"{orcid}/{message.Section.ItemPath()}", token, body, CallEffect.Write, Read, cancellationToken);

        bool Read(OrcidReply reply, [NotNullWhen(true)] out StoredItem? item)
        {
            item = PutCode.TryParse(reply.Location?.TrimEnd('/').Split('/')[^1], out var putCode) ? StoredItem.Sent(putCode, message) : null;
            return item is not null;
        }
    }

    /// <summary>Adds works in one call; ORCID puts one notice into the person's inbox.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="works">1 to 100.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the works may have been taken.</param>
    /// <returns>One answer per work in the order given. Where their number or identifiers do not fit what was sent, the whole is <see cref="OrcidResult.OutcomeUnknown"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No work or more than 100.</exception>
    public async Task<OrcidAnswer<IReadOnlyList<OrcidAnswer<StoredItem>>>> AddManyAsync(
        OrcidId orcid, string token, IReadOnlyList<WorkMessage> works, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(works.Count, nameof(works));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(works.Count, BulkLimit, nameof(works));
        var body = WorkXmlWriter.WriteBulk(works);
        var answer = await SendAsync<IReadOnlyList<BulkElement>>(HttpMethod.Post, $"{orcid}/works", token, body, CallEffect.Write, WorksXmlReader.TryReadBulk, cancellationToken);
        if (answer.Value is not { } elements) return new(answer.Result, null, answer.Duration);
        if (elements.Count != works.Count || elements.Where((e, i) => e.Work is { } stored && !SameWork(works[i], stored.Work)).Any())
        {
            var unknown = new OrcidResult.OutcomeUnknown { HttpStatus = answer.Result.HttpStatus, Message = $"{elements.Count} answers do not fit the {works.Count} works sent." };
            return new(unknown, null, answer.Duration);
        }
        return new(answer.Result, [.. elements.Select(e => Part(e, token, answer.Result.HttpStatus))], answer.Duration);
    }

    /// <summary>Replaces an item of ours. May be repeated safely.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="putCode">Which item.</param>
    /// <param name="message">What it is to say from now on.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the item may have been replaced.</param>
    /// <returns>The item as ORCID now holds it.</returns>
    public Task<OrcidAnswer<StoredItem>> UpdateAsync(OrcidId orcid, string token, PutCode putCode, OrcidMessage message, CancellationToken cancellationToken)
    {
        var body = MessageXmlWriter.Write(message, putCode);
        return SendAsync<StoredItem>(HttpMethod.Put, OrcidRequests.ItemUrl(orcid, message.Section, putCode), token, body, CallEffect.Write, Read, cancellationToken);

        bool Read(OrcidReply reply, [NotNullWhen(true)] out StoredItem? item)
        {
            item = StoredItem.Sent(putCode, message);
            return reply.Body.Length == 0 || OrcidRequests.TryReadItem(reply, message.Section, putCode, out item);
        }
    }

    /// <summary>Removes an item of ours. May be repeated safely; <see cref="OrcidResult.NotFound"/> means it is gone.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token; one they revoked still removes.</param>
    /// <param name="section">Where it stands.</param>
    /// <param name="putCode">Which item.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the item may have been removed.</param>
    public Task<OrcidAnswer<bool>> RemoveAsync(OrcidId orcid, string token, OrcidSection section, PutCode putCode, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, OrcidRequests.ItemUrl(orcid, section, putCode), token, null, CallEffect.Write, (OrcidReply _, out bool removed) => removed = true, cancellationToken);

    private Task<OrcidAnswer<T>> SendAsync<T>(
        HttpMethod method, string path, string token, byte[]? body, CallEffect effect, ReadReply<T> read, CancellationToken cancellationToken) =>
        _requests.SendAsync(method, path, token, body, effect, read, cancellationToken);

    private static OrcidAnswer<StoredItem> Part(BulkElement element, string token, int? status)
    {
        if (element.Item is { } item) return new(new OrcidResult.Ok { HttpStatus = status }, item, TimeSpan.Zero);
        var error = element.Error!;
        var result = OrcidResults.Of(error.Status ?? 400, error, CallEffect.Write);
        return new(result with { HttpStatus = error.Status, Message = OrcidCall.Cleaned(error.Message, [token]) }, null, TimeSpan.Zero);
    }

    private static bool SameWork(WorkMessage sent, WorkMessage stored)
    {
        var own = SelfKeys(sent).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return SelfKeys(stored).Any(own.Contains);

        static IEnumerable<string> SelfKeys(WorkMessage work) => work.ExternalIds.Where(id => id.Relationship == Relationship.Self).Select(id => id.Key);
    }
}
