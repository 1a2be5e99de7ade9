using System.Text.Json;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Messages;

/// <summary>What a work says in JSON. Unknown properties and unknown words of closed lists are refused while reading, as ORCID's parser does.</summary>
internal static class WorkJsonReader
{
    private static readonly string[] Known =
    [
        "created-date", "last-modified-date", "source", "put-code", "path", "title", "journal-title", "short-description", "citation", "type", "publication-date",
        "external-ids", "url", "contributors", "language-code", "country", "visibility", "display-index",
    ];

    private static readonly string[] KnownOfId =
        ["external-id-type", "external-id-value", "external-id-normalized", "external-id-normalized-error", "external-id-url", "external-id-relationship"];

    /// <exception cref="JsonReadException">It is not a work as ORCID's parser understands one.</exception>
    public static PostedWork Read(JsonNodeReader work)
    {
        work.Only(Known);
        var title = work.Object("title")?.Only(["title", "subtitle", "translated-title"]);
        var translated = title?.Object("translated-title")?.Only(["value", "language-code"]);
        var citation = work.Object("citation")?.Only(["citation-type", "citation-value"]);
        var date = work.Object("publication-date")?.Only(["year", "month", "day"]);
        return new(
            new Work
            {
                Title = title?.Text("title"),
                Subtitle = title?.Text("subtitle"),
                TranslatedTitle = translated is null ? null : new(translated.Text("value"), translated.Text("language-code")),
                JournalTitle = work.Text("journal-title"),
                ShortDescription = work.Text("short-description"),
                Citation = citation is null ? null : new(citation.Word("citation-type", Vocabulary.CitationTypes, "CitationType"), citation.Text("citation-value")),
                Type = work.Word("type", Vocabulary.WorkTypes, "WorkType"),
                PublicationDate = date is null ? null : new(date.Text("year"), date.Text("month"), date.Text("day")),
                ExternalIds = [.. (work.Object("external-ids")?.Only(["external-id"]).List("external-id") ?? []).Select(ReadExternalId)],
                Url = work.Text("url"),
                Contributors = [.. (work.Object("contributors")?.Only(["contributor"]).List("contributor") ?? []).Select(ReadContributor)],
                LanguageCode = work.Text("language-code"),
                Country = work.Text("country"),
            },
            work.Text("put-code"),
            work.Word("visibility", Vocabulary.Visibilities, "Visibility"));
    }

    private static ExternalIdentifier ReadExternalId(JsonNodeReader id)
    {
        id.Only(KnownOfId);
        return new(
            id.Text("external-id-type")?.Trim(), id.Text("external-id-value")?.Trim(), id.Text("external-id-url"),
            id.Word("external-id-relationship", Vocabulary.Relationships, "Relationship"));
    }

    private static Contributor ReadContributor(JsonNodeReader contributor)
    {
        contributor.Only(["contributor-orcid", "credit-name", "contributor-email", "contributor-attributes"]);
        var orcid = contributor.Object("contributor-orcid")?.Only(["uri", "path", "host"]);
        var attributes = contributor.Object("contributor-attributes")?.Only(["contributor-sequence", "contributor-role"]);
        return new(
            orcid is null ? null : new(orcid.Text("uri"), orcid.Text("path"), orcid.Text("host")),
            contributor.Text("credit-name"), contributor.Text("contributor-email"),
            attributes?.Word("contributor-sequence", Vocabulary.ContributorSequences, "SequenceType"), attributes?.Text("contributor-role"));
    }
}
