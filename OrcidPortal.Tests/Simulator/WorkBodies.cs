namespace OrcidPortal.Tests.Simulator;

/// <summary>Bodies as a client would send them.</summary>
internal static class WorkBodies
{
    public const string Root = """xmlns:common="http://www.orcid.org/ns/common" xmlns:work="http://www.orcid.org/ns/work" xmlns:bulk="http://www.orcid.org/ns/bulk" """;
    public const string SelfId = "<common:external-ids><common:external-id><common:external-id-type>doi</common:external-id-type><common:external-id-value>10.5555/own</common:external-id-value><common:external-id-relationship>self</common:external-id-relationship></common:external-id></common:external-ids>";

    public static string Work(string title = "A title", string doi = "10.5555/own", string? putCode = null, string? visibility = null, string relationship = "self", string type = "journal-article") =>
        Inner(Content(title, Id("doi", doi, relationship), type), putCode, visibility);

    public static string Inner(string content, string? putCode = null, string? visibility = null) =>
        $"<work:work {Root}{(putCode is null ? "" : $"put-code=\"{putCode}\" ")}{(visibility is null ? "" : $"visibility=\"{visibility}\"")}>{content}</work:work>";

    public static string Content(string title, string ids, string type = "journal-article") =>
        $"<work:title><common:title>{title}</common:title></work:title><work:type>{type}</work:type><common:external-ids>{ids}</common:external-ids>";

    public static string Id(string type, string value, string relationship) =>
        $"<common:external-id><common:external-id-type>{type}</common:external-id-type><common:external-id-value>{value}</common:external-id-value><common:external-id-relationship>{relationship}</common:external-id-relationship></common:external-id>";

    public static string Bulk(params IEnumerable<string> works) => $"<bulk:bulk {Root}>{string.Concat(works)}</bulk:bulk>";

    public static string Json(string title = "A title", string doi = "10.5555/own", string more = "") =>
        $$$"""{"title":{"title":{"value":"{{{title}}}"}},"type":"journal-article","external-ids":{"external-id":[{"external-id-type":"doi","external-id-value":"{{{doi}}}","external-id-relationship":"self"}]}{{{more}}}}""";
}
