using System.Text.Json.Nodes;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Messages;

/// <summary>A record and its sections in JSON.</summary>
internal static class RecordJson
{
    public static JsonObject Record(RecordView view, SourceJson source) => new()
    {
        ["orcid-identifier"] = source.Reference(view.Orcid),
        ["preferences"] = new JsonObject { ["locale"] = "en" },
        ["history"] = new JsonObject
        {
            ["creation-method"] = "DIRECT",
            ["completion-date"] = null,
            ["submission-date"] = SourceJson.Date(view.CreatedAt),
            ["last-modified-date"] = SourceJson.Date(view.LastModifiedAt),
            ["claimed"] = true,
            ["source"] = null,
            ["deactivation-date"] = null,
            ["verified-email"] = true,
            ["verified-primary-email"] = true,
        },
        ["person"] = Person(view),
        ["activities-summary"] = Activities(view, source),
        ["path"] = $"/{view.Orcid}",
    };

    public static JsonObject Person(RecordView view) => new()
    {
        ["last-modified-date"] = SourceJson.Date(view.PersonModifiedAt),
        ["name"] = view.Name is not { } name ? null : new JsonObject
        {
            ["created-date"] = SourceJson.Date(view.CreatedAt),
            ["last-modified-date"] = SourceJson.Date(view.CreatedAt),
            ["given-names"] = WorkJsonWriter.Value(name.Given),
            ["family-name"] = WorkJsonWriter.Value(name.Family),
            ["credit-name"] = WorkJsonWriter.Value(name.Credit),
            ["source"] = null,
            ["visibility"] = view.NameVisibility,
            ["path"] = view.Orcid,
        },
        ["other-names"] = Empty(view, "other-name", "other-names"),
        ["biography"] = null,
        ["researcher-urls"] = Empty(view, "researcher-url", "researcher-urls"),
        ["emails"] = Empty(view, "email", "email"),
        ["addresses"] = Empty(view, "address", "address"),
        ["keywords"] = Empty(view, "keyword", "keywords"),
        ["external-identifiers"] = Empty(view, "external-identifier", "external-identifiers"),
        ["path"] = $"/{view.Orcid}/person",
    };

    public static JsonObject Activities(RecordView view, SourceJson source)
    {
        var activities = new JsonObject { ["last-modified-date"] = SourceJson.Date(view.WorksModifiedAt) };
        foreach (var section in RecordView.EmptyActivities)
            activities[section] = Empty(view, section is "fundings" or "peer-reviews" or "research-resources" ? "group" : "affiliation-group", section);
        activities["works"] = Works(view, source);
        activities["path"] = $"/{view.Orcid}/activities";
        return activities;
    }

    public static JsonObject Works(RecordView view, SourceJson source) => new()
    {
        ["last-modified-date"] = SourceJson.Date(view.WorksModifiedAt),
        ["group"] = new JsonArray([.. WorkGroups.Of(view.Works).Select(group => new JsonObject
        {
            ["last-modified-date"] = SourceJson.Date(group.LastModifiedAt),
            ["external-ids"] = WorkJsonWriter.ExternalIds(group.ExternalIds),
            ["work-summary"] = new JsonArray([.. group.Works.Select(work => WorkJsonWriter.WriteSummary(view.Orcid, work, source))]),
        })]),
        ["path"] = $"/{view.Orcid}/works",
    };

    private static JsonObject Empty(RecordView view, string list, string path) => new()
    {
        ["last-modified-date"] = null, [list] = new JsonArray(), ["path"] = $"/{view.Orcid}/{path}",
    };
}
