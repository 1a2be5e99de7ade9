using System.Text.Json.Nodes;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Dates, iDs and sources in JSON.</summary>
internal sealed class SourceJson(SourceNames sources)
{
    public static JsonObject Date(DateTimeOffset at) => new() { ["value"] = at.ToUnixTimeMilliseconds() };

    public static JsonObject? Date(DateTimeOffset? at) => at is { } known ? Date(known) : null;

    public JsonObject Of(string source) => new()
    {
        ["source-orcid"] = SourceNames.IsClient(source) ? null : Reference(source),
        ["source-client-id"] = SourceNames.IsClient(source) ? Reference(source) : null,
        ["source-name"] = WorkJsonWriter.Value(sources.NameOf(source)),
        ["assertion-origin-orcid"] = null,
        ["assertion-origin-client-id"] = null,
        ["assertion-origin-name"] = null,
    };

    public JsonObject Reference(string source) => new() { ["uri"] = sources.UriOf(source), ["path"] = source, ["host"] = sources.Host };
}
