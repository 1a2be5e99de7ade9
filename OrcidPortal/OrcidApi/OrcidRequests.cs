using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>Requests to one of ORCID's APIs 3.0, in XML and with a token, and what their answers mean. The member API and the public API answer readings in the same way.</summary>
/// <param name="root">The API's base.</param>
internal sealed class OrcidRequests(OrcidCall call, Func<Uri> root)
{
    private const string OrcidXmlType = "application/vnd.orcid+xml";

    internal Task<OrcidAnswer<StoredRecord>> ReadRecordAsync(OrcidId orcid, string token, CancellationToken cancellationToken) =>
        SendAsync<StoredRecord>(HttpMethod.Get, $"{orcid}/record", token, null, CallEffect.Read, RecordXmlReader.TryRead, cancellationToken);

    internal Task<OrcidAnswer<StoredItem>> ReadItemAsync(OrcidId orcid, string token, OrcidSection section, PutCode putCode, CancellationToken cancellationToken)
    {
        return SendAsync<StoredItem>(HttpMethod.Get, ItemUrl(orcid, section, putCode), token, null, CallEffect.Read, Read, cancellationToken);

        bool Read(OrcidReply reply, [NotNullWhen(true)] out StoredItem? item) => TryReadItem(reply, section, putCode, out item);
    }

    internal async Task<OrcidAnswer<IReadOnlyList<StoredItem>>> ReadItemsAsync(OrcidId orcid, string token, IReadOnlyList<PutCode> works, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(works.Count, OrcidMemberClient.BulkLimit, nameof(works));
        if (works.Count == 0) return new(new OrcidResult.Ok(), [], TimeSpan.Zero);
        var path = $"{orcid}/works/{string.Join(',', works)}";
        var answer = await SendAsync<IReadOnlyList<BulkElement>>(HttpMethod.Get, path, token, null, CallEffect.Read, WorksXmlReader.TryReadBulk, cancellationToken);
        return new(answer.Result, answer.Value?.Select(e => e.Item).OfType<StoredItem>().ToList(), answer.Duration);
    }

    internal Task<OrcidAnswer<T>> SendAsync<T>(HttpMethod method, string path, string token, byte[]? body, CallEffect effect, ReadReply<T> read, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, new Uri(root(), path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(OrcidXmlType));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(OrcidXmlType, "UTF-8");
        }
        return call.SendAsync(request, effect, read, reply => Explain(reply, effect), [token], cancellationToken);
    }

    internal static string ItemUrl(OrcidId orcid, OrcidSection section, PutCode putCode) => $"{orcid}/{section.ItemPath()}/{putCode}";

    internal static bool TryReadItem(OrcidReply reply, OrcidSection section, PutCode putCode, [NotNullWhen(true)] out StoredItem? item)
    {
        item = null;
        return OrcidXml.TryParse(reply.Body, out var element) && MessageXmlReader.TryReadItem(element, out item) && item.PutCode == putCode && item.Message.Section == section;
    }

    private static OrcidResult Explain(OrcidReply reply, CallEffect effect)
    {
        var error = OrcidError.Parse(reply.Body);
        return OrcidResults.Of(reply.Status, error, effect, reply.Location, reply.RetryAfter) with { Message = error.Message };
    }
}
