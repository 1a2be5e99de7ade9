using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>One request to a record, with what is needed to answer it in the caller's language.</summary>
/// <param name="Orcid">Whose record; empty where it is about none.</param>
/// <param name="Token">The caller's; null for somebody unknown.</param>
/// <param name="IsPublic">Whether it came to the public API.</param>
/// <param name="Media">The language of the answer.</param>
/// <param name="ClientName">What the caller is called.</param>
/// <param name="ApiBase">The address of the API, up to its version.</param>
/// <param name="Method">The HTTP verb.</param>
internal sealed record ApiCall(string Orcid, AccessToken? Token, bool IsPublic, MediaType Media, string ClientName, string ApiBase, string Method)
{
    /// <summary>What stands after the iD in the path.</summary>
    public string Rest { get; init; } = "";

    /// <summary>What stands after the question mark.</summary>
    public IQueryCollection Query { get; init; } = QueryCollection.Empty;

    /// <summary>What was posted and how; null for a request without a body.</summary>
    public PostedBody? Body { get; init; }

    public Viewer Viewer => new(Token, IsPublic);

    public bool IsReading => Method is "GET" or "HEAD";

    /// <summary>The refusal; that of a record that was merged into another says where the same is to be found there.</summary>
    public Reply Error(ApiError error)
    {
        var refusal = Message(error.Status, ErrorMessage.Of(error.For(ClientName)));
        return error.MovedTo is { } primary ? refusal with { Headers = new Dictionary<string, string> { ["Location"] = $"{ApiBase}/{primary}{Rest}" } } : refusal;
    }

    /// <summary>Says it in the language that was asked for.</summary>
    public Reply Message(int status, Node message) => new(
        status, Media.ContentType,
        (stream, cancelled) => Media.IsJson ? JsonNodes.WriteAsync(stream, message, IsPublic, cancelled) : XmlNodes.WriteAsync(stream, message, cancelled));

    /// <summary>A new thing was made, found at that path below the record.</summary>
    public Reply Created(string path) => new(201) { Headers = new Dictionary<string, string> { ["Location"] = $"{ApiBase}/{Orcid}/{path}" } };
}

/// <summary>What a request brings and whether it is JSON.</summary>
internal sealed record PostedBody(byte[] Bytes, bool IsJson)
{
    public Answer<Posted> AsItem(Section section) => AsItem(section.Element, section.Content);

    public Answer<Posted> AsItem(System.Xml.Linq.XName name, Content content) => IsJson ? JsonBody.Read(Bytes, name, content) : XmlBody.Read(Bytes, name, content);

    public Answer<IReadOnlyList<Posted>> AsBulk(Section section) =>
        IsJson ? JsonBody.ReadBulk(Bytes, section.Element, section.Content) : XmlBody.ReadBulk(Bytes, section.Element, section.Content);
}
