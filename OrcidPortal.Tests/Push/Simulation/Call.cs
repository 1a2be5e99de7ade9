using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>A call on the member API, kept so that it can arrive late or twice.</summary>
internal sealed record Call(HttpMethod Method, Uri Url, string? Authorization, string Accept, byte[]? Body, string? ContentType)
{
    public bool IsWrite => Method != HttpMethod.Get;
    public string Orcid => Parts[0];

    /// <summary><c>work</c>, <c>funding</c> ...; null for the whole record.</summary>
    public string? Section => Parts[1] == "works" ? "work" : Parts.Length > 2 || IsWrite ? Parts[1] : null;
    public long? PutCode => Parts.Length > 2 && long.TryParse(Parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    /// <summary>What it is to add or to change.</summary>
    public IReadOnlyList<OrcidMessage> Said { get; } = Body is not null && ContentType?.Contains("xml", StringComparison.Ordinal) == true ? Read(Body) : [];

    private string[] Parts => Url.AbsolutePath[(Url.AbsolutePath.IndexOf("/v3.0/", StringComparison.Ordinal) + 6)..].Split('/');

    public static bool IsOne(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.StartsWith("/v3.0/", StringComparison.Ordinal);

    public static async Task<Call> OfAsync(HttpRequestMessage request) => new(
        request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), request.Headers.Accept.ToString(),
        request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(), request.Content?.Headers.ContentType?.ToString());

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(Method, Url);
        if (Authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        if (Body is null) return request;
        request.Content = new ByteArrayContent(Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return request;
    }

    public override string ToString() => $"{Method} /{string.Join('/', Parts[1..])}{(Said.Count == 0 ? "" : " " + string.Join(", ", Said.Select(Mark.Of)))}";

    private static List<OrcidMessage> Read(byte[] body)
    {
        using var stream = new MemoryStream(body);
        var root = XDocument.Load(stream).Root!;
        return [.. (root.Name.LocalName == "bulk" ? root.Elements() : [root]).Select(e => MessageXmlReader.TryReadMessage(e, out var m) ? m : null).OfType<OrcidMessage>()];
    }
}

/// <summary>By what an item is known in a history, wherever it stands: its kind, its number, and how often it was edited.</summary>
internal sealed record Mark(int Number, int Edition)
{
    private const int FirstYear = 2000;

    public static string Title(int number, int edition) => $"Item {number} edition {edition}";
    public static string Role(int number) => $"Item {number}";
    public static string End(int edition) => (FirstYear + edition).ToString(CultureInfo.InvariantCulture);

    public static Mark? Of(OrcidMessage message) => message switch
    {
        WorkMessage work when work.Title.StartsWith("Item ", StringComparison.Ordinal) => Read(work.Title),
        FundingMessage funding => Read(funding.Title),
        AffiliationMessage { EndDate: { } end } position => new Mark(Whole(position.RoleTitle!.Split(' ')[1]), end.Year - FirstYear),
        _ => null,
    };

    public override string ToString() => $"{Number}.{Edition}";

    private static Mark Read(string? title)
    {
        var words = title!.Split(' ');
        return new Mark(Whole(words[1]), Whole(words[3]));
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
