using System.Net;

namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>What the model holds, as a client would send it.</summary>
internal static class ModelBodies
{
    /// <param name="kind">What it is.</param>
    /// <param name="content">What it says; without a title there is no element for one.</param>
    public static string Of(ModelKind kind, ModelContent content, string? putCode = null, string? visibility = null)
    {
        var title = content.Title.Length == 0 ? "" : Title(kind, content.Title);
        if (kind == ModelKind.Work) return WorkBodies.Inner($"{title}<work:type>book</work:type>{Ids(content)}", putCode, visibility);
        var funding = ItemBodies.Sound("funding").But("<funding:title>…</funding:title>", title).But("<common:external-ids>…</common:external-ids>", Ids(content));
        if (putCode is not null) funding = funding.WithPutCode(putCode);
        return visibility is null ? funding : funding.WithVisibility(visibility);
    }

    /// <summary>Works in one message. It is not held against the schema, so that an empty title gets as far as the rules.</summary>
    public static string Bulk(IEnumerable<ModelContent> works) =>
        WorkBodies.Bulk(works.Select(w => WorkBodies.Inner($"{Title(ModelKind.Work, w.Title)}<work:type>book</work:type>{Ids(w)}")));

    private static string Title(ModelKind kind, string title) => $"<{kind.Name}:title><common:title>{title}</common:title></{kind.Name}:title>";

    private static string Ids(ModelContent content) => content.Ids.Length == 0
        ? ""
        : $"<common:external-ids>{string.Concat(content.Ids.Select(i => WorkBodies.Id(i.Type, WebUtility.HtmlEncode(i.Value), i.Relationship)))}</common:external-ids>";
}
