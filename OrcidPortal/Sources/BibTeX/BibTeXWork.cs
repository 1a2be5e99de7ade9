using OrcidPortal.Data.Entities;

namespace OrcidPortal.Sources.BibTeX;

/// <summary>What an entry says of a work.</summary>
internal static class BibTeXWork
{
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "inproceedings", "conference", "incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference",
    };

    private static readonly HashSet<string> Wholes = new(StringComparer.Ordinal)
    {
        "book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "mvreference", "booklet", "manual",
        "report", "techreport", "thesis", "phdthesis", "mastersthesis",
    };

    public static RecordFields Of(RawEntry entry)
    {
        var address = LatexText.ToAddress(entry.First("url", "link")) ?? (entry.First("howpublished", "note") is { } how && how.Contains("http", StringComparison.OrdinalIgnoreCase) ? LatexText.ToAddress(how) : null);
        var url = WebAddress.Of(address);
        return new RecordFields
        {
            Title = LatexText.ToText(entry.First("title") ?? (Wholes.Contains(entry.Type) ? entry.First("booktitle", "maintitle") : null)),
            Subtitle = LatexText.ToText(entry.First("subtitle")),
            JournalTitle = LatexText.ToText(Container(entry)),
            ShortDescription = LatexText.ToText(entry.First("abstract")),
            Type = new TypeValue("bibtex", TypeOf(entry)),
            PublicationDate = DateOf(entry),
            LanguageCode = LatexText.ToText(entry.First("language", "langid"))?.Split(',', ';')[0].Trim(),
            Url = url,
            ExternalIds = Identifiers(entry, url),
            Contributors =
            [
                .. PersonName.ToContributors(NameList.Parse(entry.First("author")), "author"),
                .. PersonName.ToContributors(NameList.Parse(entry.First("editor")), "editor"),
            ],
        };
    }

    /// <summary>A thesis says by its type field which one it is.</summary>
    private static string TypeOf(RawEntry entry)
    {
        if (entry.Type != "thesis") return entry.Type;
        var type = entry.First("type")?.Trim('{', '}', ' ').ToLowerInvariant() ?? "";
        return type is "phdthesis" or "candthesis" || type.Contains("phd", StringComparison.Ordinal) || type.Contains("doctor", StringComparison.Ordinal) ? "phdthesis"
            : type is "mathesis" or "mastersthesis" || type.Contains("master", StringComparison.Ordinal) ? "mastersthesis"
            : "thesis";
    }

    private static string? Container(RawEntry entry)
    {
        if (Wholes.Contains(entry.Type)) return entry.First("series");
        return Parts.Contains(entry.Type)
            ? entry.First("booktitle", "maintitle", "journaltitle", "journal", "series")
            : entry.First("journaltitle", "journal", "booktitle", "series");
    }

    private static string? DateOf(RawEntry entry)
    {
        var date = PublicationDates.OfText(LatexText.ToAddress(entry.First("date")));
        if (date is not null && char.IsAsciiDigit(date[0]) || entry.First("year") is not { } year) return date;
        return PublicationDates.OfFields(LatexText.ToText(year), LatexText.ToText(entry.First("month")), LatexText.ToText(entry.First("day")));
    }

    private static ValueList<FieldIdentifier> Identifiers(RawEntry entry, string? url)
    {
        string? Value(params ReadOnlySpan<string> names) => LatexText.ToAddress(entry.First(names));
        var patent = entry.Type == "patent" ? Value("number") : null;
        return new IdentifierFinder()
            .Add("doi", Value("doi"))
            .AddEprint(Value("eprinttype", "archiveprefix"), Value("eprint"))
            .Add("arxiv", Value("arxiv", "arxivid"))
            .Add("pmid", Value("pmid", "pubmed"))
            .Add("pmc", Value("pmcid", "pmc"))
            .Add("handle", Value("handle", "hdl"))
            .Add("pat", patent)
            .AddEach("isbn", Value("isbn"))
            .AddEach("issn", Value("issn", "eissn"))
            .Add("mr", Value("mrnumber", "mr"))
            .Add("zbl", Value("zblnumber", "zbl", "zblno"))
            .Add("jstor", Value("jstor"))
            .Add("lccn", Value("lccn"))
            .Add("oclc", Value("oclc"))
            .Add("ismn", Value("ismn"))
            .Add("urn", Value("urn"))
            .Add("bibcode", Value("bibcode"))
            .Add("hal", Value("hal_id"))
            .Add("wosuid", Value("unique-id", "ut") is { } ut && ut.Contains(':', StringComparison.Ordinal) ? ut : null)
            .Add("eid", Value("eid", "scopus") is { } eid && eid.StartsWith("2-s2.0-", StringComparison.Ordinal) ? eid : null)
            .AddFromUrl(url)
            .AddFromNote(Value("note"))
            .AddFromNote(Value("howpublished"))
            .AddFromNote(Value("journal"))
            .Found;
    }
}
