using System.Text.Json.Nodes;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Writes works as ORCID's JSON: every property is there, what is missing is null, texts are wrapped in <c>value</c>.</summary>
internal static class WorkJsonWriter
{
    public static JsonObject Write(string orcid, StoredWork stored, SourceJson source)
    {
        var work = stored.Work;
        return new()
        {
            ["created-date"] = SourceJson.Date(stored.CreatedAt),
            ["last-modified-date"] = SourceJson.Date(stored.LastModifiedAt),
            ["source"] = source.Of(stored.Source),
            ["put-code"] = stored.PutCode,
            ["path"] = $"/{orcid}/work/{stored.PutCode}",
            ["title"] = Title(work),
            ["journal-title"] = Value(work.JournalTitle),
            ["short-description"] = work.ShortDescription,
            ["citation"] = work.Citation is null ? null : new JsonObject { ["citation-type"] = work.Citation.Type, ["citation-value"] = work.Citation.Value },
            ["type"] = work.Type,
            ["publication-date"] = Date(work.PublicationDate),
            ["external-ids"] = ExternalIds(work.ExternalIds),
            ["url"] = Value(work.Url),
            ["contributors"] = new JsonObject { ["contributor"] = new JsonArray([.. work.Contributors.Select(Contributor)]) },
            ["language-code"] = work.LanguageCode,
            ["country"] = Value(work.Country),
            ["visibility"] = stored.Visibility,
        };
    }

    public static JsonObject WriteSummary(string orcid, StoredWork stored, SourceJson source) => new()
    {
        ["put-code"] = stored.PutCode,
        ["created-date"] = SourceJson.Date(stored.CreatedAt),
        ["last-modified-date"] = SourceJson.Date(stored.LastModifiedAt),
        ["source"] = source.Of(stored.Source),
        ["title"] = Title(stored.Work),
        ["external-ids"] = ExternalIds(stored.Work.ExternalIds),
        ["url"] = Value(stored.Work.Url),
        ["type"] = stored.Work.Type,
        ["publication-date"] = Date(stored.Work.PublicationDate),
        ["journal-title"] = Value(stored.Work.JournalTitle),
        ["visibility"] = stored.Visibility,
        ["path"] = $"/{orcid}/work/{stored.PutCode}",
        ["display-index"] = stored.DisplayIndex.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public static JsonObject ExternalIds(IEnumerable<ExternalIdentifier> ids) => new() { ["external-id"] = new JsonArray([.. ids.Select(ExternalId)]) };

    public static JsonObject? Value(string? text) => text is null ? null : new() { ["value"] = text };

    private static JsonObject Title(Work work) => new()
    {
        ["title"] = Value(work.Title),
        ["subtitle"] = Value(work.Subtitle),
        ["translated-title"] = work.TranslatedTitle is not { } translated ? null : new JsonObject { ["value"] = translated.Value, ["language-code"] = translated.LanguageCode },
    };

    private static JsonObject? Date(FuzzyDate? date) => date is null ? null : new()
    {
        ["year"] = Value(date.Year), ["month"] = Value(date.Month), ["day"] = Value(date.Day),
    };

    private static JsonObject ExternalId(ExternalIdentifier id)
    {
        var normalised = IdentifierTypes.Normalise(id.Type, id.Value);
        return new()
        {
            ["external-id-type"] = id.Type,
            ["external-id-value"] = id.Value,
            ["external-id-normalized"] = normalised is null ? null : new JsonObject { ["value"] = normalised, ["transient"] = true },
            ["external-id-normalized-error"] = normalised is not null ? null : new JsonObject
            {
                ["error-code"] = "8001", ["error-message"] = IdentifierTypes.CannotNormalise(id), ["transient"] = true,
            },
            ["external-id-url"] = Value(id.Url),
            ["external-id-relationship"] = id.Relationship,
        };
    }

    private static JsonObject Contributor(Contributor contributor) => new()
    {
        ["contributor-orcid"] = contributor.Orcid is not { } orcid ? null : new JsonObject { ["uri"] = orcid.Uri, ["path"] = orcid.Path, ["host"] = orcid.Host },
        ["credit-name"] = Value(contributor.CreditName),
        ["contributor-email"] = null,
        ["contributor-attributes"] = contributor.Sequence is null && contributor.Role is null
            ? null
            : new JsonObject { ["contributor-sequence"] = contributor.Sequence, ["contributor-role"] = contributor.Role },
    };
}
