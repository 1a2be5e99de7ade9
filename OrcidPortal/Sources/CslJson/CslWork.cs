using OrcidPortal.Data.Entities;

namespace OrcidPortal.Sources.CslJson;

/// <summary>What a CSL item says of a work.</summary>
internal static class CslWork
{
    public static RecordFields Of(CslObject item)
    {
        var url = WebAddress.Of(item.Text("URL", "link"));
        return new RecordFields
        {
            Title = MarkupText.ToText(item.Text("title")),
            Subtitle = MarkupText.ToText(item.Text("subtitle")),
            JournalTitle = MarkupText.ToText(item.Text("container-title", "collection-title")),
            ShortDescription = MarkupText.ToText(item.Text("abstract")),
            Type = CleanText.Line(item.Text("type"))?.ToLowerInvariant() is { Length: <= 100 } type ? new TypeValue("csl", type) : null,
            PublicationDate = CslDate.Of(item),
            LanguageCode = CleanText.Line(item.Text("language")),
            Url = url,
            ExternalIds = Identifiers(item, url),
            Contributors =
            [
                .. PersonName.ToContributors(CslNames.Of(item, "author"), "author"),
                .. PersonName.ToContributors(CslNames.Of(item, "editor"), "editor"),
            ],
        };
    }

    private static ValueList<FieldIdentifier> Identifiers(CslObject item, string? url)
    {
        var found = new IdentifierFinder()
            .Add("doi", item.Text("DOI"))
            .Add("pmid", item.Text("PMID"))
            .Add("pmc", item.Text("PMCID"))
            .Add("arxiv", item.Text("arxiv", "arxiv-id"))
            .Add("handle", item.Text("handle"))
            .Add("pat", item.Text("type") == "patent" ? item.Text("number") : null);
        foreach (var isbn in item.Texts("ISBN")) found.AddEach("isbn", isbn);
        foreach (var issn in item.Texts("ISSN")) found.AddEach("issn", issn);
        return found
            .AddEprint(item.Text("archive"), item.Text("archive_location", "archive-location"))
            .AddFromUrl(url)
            .AddFromNote(item.Text("number"))
            .AddFromNote(item.Text("note"))
            .Found;
    }
}
