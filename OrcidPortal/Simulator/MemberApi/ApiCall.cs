using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>One request to a record, with what is needed to answer it in the caller's language.</summary>
internal sealed record ApiCall(string Orcid, AccessToken? Token, bool IsPublic, MediaType Media, string ClientName, string ApiBase)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Pretty = new(Compact) { WriteIndented = true };

    /// <summary>What was posted and how; null for a request without a body.</summary>
    public PostedBody? Body { get; init; }

    public Reply Error(ApiError error)
    {
        var named = error.For(ClientName);
        return Message(named.Status, () => ErrorMessage.Xml(named), () => ErrorMessage.Json(named));
    }

    /// <summary>Writes whichever of the two was asked for.</summary>
    public Reply Message(int status, Func<XElement> xml, Func<JsonObject> json) => Reply.Text(
        status, Media.ContentType, Media.IsJson ? json().ToJsonString(IsPublic ? Pretty : Compact) : ToText(xml()));

    private static string ToText(XElement root) =>
        """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n"
        + (root.Name.Namespace == Names.Error ? root : root.WithPrefixes()).ToString(SaveOptions.DisableFormatting);
}

/// <summary>The text of a request and whether it is JSON.</summary>
internal sealed record PostedBody(string Text, bool IsJson)
{
    public Answer<PostedWork> AsWork() => IsJson ? JsonBody.ReadWork(Text) : XmlBody.ReadWork(Text);
    public Answer<IReadOnlyList<PostedWork>> AsBulk() => IsJson ? JsonBody.ReadBulk(Text) : XmlBody.ReadBulk(Text);
}
