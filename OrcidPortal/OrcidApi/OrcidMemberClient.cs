using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>
/// ORCID's member API 3.0, works. Every call ends in a case of <see cref="OrcidResult"/>, nothing is tried twice, and no message carries a token.
/// </summary>
public sealed class OrcidMemberClient(HttpClient http, OrcidEndpoints endpoints, IOptions<OrcidOptions> options, TimeProvider time, ILogger<OrcidMemberClient> logger)
{
    /// <summary>How many works one call may carry (9006, 9042).</summary>
    public const int BulkLimit = 100;

    private const string OrcidXmlType = "application/vnd.orcid+xml";

    private readonly OrcidCall _call = new(http, options.Value.CallTimeout, time, logger);

    /// <summary>Reads the summaries of all works of a record that the token may see.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    public Task<OrcidAnswer<WorksSummary>> ReadWorksAsync(OrcidId orcid, string token, CancellationToken cancellationToken) =>
        SendAsync<WorksSummary>(HttpMethod.Get, $"{orcid}/works", token, null, CallEffect.Read, WorksXmlReader.TryReadSummary, cancellationToken);

    /// <summary>Reads works whole. What is not there, or may not be seen, is left out.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="putCodes">At most 100; none: no call is made.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 100 put-codes.</exception>
    public async Task<OrcidAnswer<IReadOnlyList<StoredWork>>> ReadWorkDetailsAsync(
        OrcidId orcid, string token, IReadOnlyList<PutCode> putCodes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(putCodes.Count, BulkLimit, nameof(putCodes));
        if (putCodes.Count == 0) return new OrcidAnswer<IReadOnlyList<StoredWork>>(new OrcidResult.Ok(), [], TimeSpan.Zero);
        var path = $"{orcid}/works/{string.Join(',', putCodes)}";
        var answer = await SendAsync<IReadOnlyList<BulkElement>>(HttpMethod.Get, path, token, null, CallEffect.Read, WorksXmlReader.TryReadBulk, cancellationToken);
        return new OrcidAnswer<IReadOnlyList<StoredWork>>(answer.Result, answer.Value?.Select(e => e.Work).OfType<StoredWork>().ToList(), answer.Duration);
    }

    /// <summary>Adds works in one call; ORCID puts one notice into the person's inbox.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="works">1 to 100.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the works may have been taken.</param>
    /// <returns>One answer per work in the order given. Where their number or identifiers do not fit what was sent, the whole is <see cref="OrcidResult.OutcomeUnknown"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No work or more than 100.</exception>
    public async Task<OrcidAnswer<IReadOnlyList<OrcidAnswer<StoredWork>>>> AddWorksAsync(
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
        return new(answer.Result, [.. elements.Select(e => Part(e, token))], answer.Duration);
    }

    /// <summary>Replaces a work of ours. May be repeated safely.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token.</param>
    /// <param name="putCode">Which work.</param>
    /// <param name="work">What it is to say from now on.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the work may have been replaced.</param>
    /// <returns>The work as ORCID now holds it.</returns>
    public Task<OrcidAnswer<StoredWork>> UpdateWorkAsync(OrcidId orcid, string token, PutCode putCode, WorkMessage work, CancellationToken cancellationToken)
    {
        return SendAsync<StoredWork>(HttpMethod.Put, $"{orcid}/work/{putCode}", token, WorkXmlWriter.Write(work, putCode), CallEffect.Write, Read, cancellationToken);

        bool Read(OrcidReply reply, out StoredWork stored)
        {
            stored = new StoredWork(putCode, work, null, "");
            if (reply.Body.Length == 0) return true;
            if (!OrcidXml.TryParse(reply.Body, out var root) || !WorkXmlReader.TryRead(root, out var read) || read.PutCode != putCode) return false;
            stored = read;
            return true;
        }
    }

    /// <summary>Removes a work of ours. May be repeated safely; <see cref="OrcidResult.NotFound"/> means it is gone.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">Their access token; one they revoked still removes.</param>
    /// <param name="putCode">Which work.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; the work may have been removed.</param>
    public Task<OrcidAnswer<bool>> RemoveWorkAsync(OrcidId orcid, string token, PutCode putCode, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, $"{orcid}/work/{putCode}", token, null, CallEffect.Write, (OrcidReply _, out bool removed) => removed = true, cancellationToken);

    private Task<OrcidAnswer<T>> SendAsync<T>(
        HttpMethod method, string path, string token, byte[]? body, CallEffect effect, ReadReply<T> read, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, new Uri(endpoints.Api, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(OrcidXmlType));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(OrcidXmlType, "UTF-8");
        }
        return _call.SendAsync(request, effect, read, reply => Explain(reply, effect), [token], cancellationToken);
    }

    private static OrcidResult Explain(OrcidReply reply, CallEffect effect)
    {
        var error = OrcidError.Parse(reply.Body);
        return OrcidResults.Of(reply.Status, error, effect, reply.Location, reply.RetryAfter) with { Message = error.Message };
    }

    private static OrcidAnswer<StoredWork> Part(BulkElement element, string token)
    {
        if (element.Work is { } work) return new(new OrcidResult.Ok(), work, TimeSpan.Zero);
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
