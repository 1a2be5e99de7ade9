using System.Globalization;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>Works as repositories and reference files have them. Pure.</summary>
internal static class GeneratedWorks
{
    private const int Journals = 600;

    private static readonly (WorkShape Value, double Weight)[] Shapes =
    [
        (new("journal-article", "article", "article-journal", "Article", "JOUR"), 60),
        (new("conference-paper", "inproceedings", "paper-conference", null, "CPAPER"), 15),
        (new("book-chapter", "incollection", "chapter", "Book chapter", "CHAP"), 8),
        (new("book", "book", "book", "Book", "BOOK"), 3),
        (new("dissertation-thesis", "phdthesis", "thesis", "Thesis", "THES"), 3),
        (new("report", "techreport", "report", "Technical Report", "RPRT"), 3),
        (new("preprint", null, "posted-content", "Preprint", null), 4),
        (new("data-set", "dataset", "dataset", "Dataset", "DATA"), 2),
        (new("software", "software", "software", "Software", "COMP"), 1),
        (new("other", null, null, "Presentation", null), 1),
    ];

    private static readonly string[] JournalWords = ["Journal", "Annals", "Archives", "Letters", "Transactions", "Zeitschrift für", "Revue", "Acta", "Advances in", "Proceedings"];
    private static readonly string[] Fields =
        ["Applied Physics", "Soil Science", "Comparative Law", "Oncology", "Linguistics", "Geodesy", "Materials", "Education", "Ecology", "Economics", "Robotics", "Ancient History", "Nursing", "Mathematics", "Catalysis"];

    public static RecordFields Of(Random random, int number)
    {
        var shape = random.Weighted(Shapes);
        var tongue = GeneratedTongue.Of(random);
        var date = random.Chance(0.02) ? null : GeneratedDates.Past(random);
        var serial = shape.Orcid is "journal-article" or "conference-paper" && random.Chance(0.9);
        var journal = random.Next(Journals);
        var ids = new List<FieldIdentifier>(4);
        AddOwn(ids, random, shape, number);
        if (serial && random.Chance(0.75)) ids.Add(new FieldIdentifier("issn", GeneratedIdentifiers.Issn(1_000_000 + journal * 7919), random.Chance(0.5) ? "part-of" : null));
        if (shape.Orcid == "book-chapter" && random.Chance(0.5)) ids.Add(new FieldIdentifier("isbn", GeneratedIdentifiers.Isbn(90_000_000 + random.Next(100_000), random.Chance(0.5)), "part-of"));
        if (random.Chance(0.07)) ids.Add(new FieldIdentifier("grant_number", $"GR {random.Next(1000, 99999)}/{random.Next(1, 9)}-{random.Next(1, 4)}", random.Chance(0.5) ? "funded-by" : null));
        var foreign = tongue.Codes[0] != "en" && random.Chance(0.15);
        return new RecordFields
        {
            Title = GeneratedTexts.Title(random, tongue),
            Subtitle = random.Chance(0.06) ? GeneratedTexts.Title(random, tongue) : null,
            TranslatedTitle = foreign ? GeneratedTexts.Title(random, GeneratedTongue.All[0].Value) : null,
            TranslatedTitleLanguage = foreign ? "en" : null,
            JournalTitle = serial ? Journal(journal) : null,
            ShortDescription = GeneratedTexts.Abstract(random, tongue),
            Type = shape.In(random),
            PublicationDate = date,
            LanguageCode = random.Chance(0.7) ? random.PickEarly(tongue.Codes) : null,
            Country = random.Chance(0.03) ? random.Pick(["DE", "Germany", "FR", "US", "GBR"]) : null,
            Url = ids.Count == 0 || random.Chance(0.3) ? $"https://repository.example.edu/items/{number.ToString(CultureInfo.InvariantCulture)}" : null,
            ExternalIds = [.. ids],
            Contributors = GeneratedNames.Contributors(random),
        };
    }

    private static void AddOwn(List<FieldIdentifier> ids, Random random, WorkShape shape, int number)
    {
        var digits = number.ToString("0000000", CultureInfo.InvariantCulture);
        if (shape.Orcid is "book" && random.Chance(0.85)) ids.Add(new FieldIdentifier("isbn", GeneratedIdentifiers.Isbn(number, random.Chance(0.5))));
        if (random.Chance(shape.Orcid is "journal-article" or "preprint" or "data-set" ? 0.88 : 0.55)) ids.Add(new FieldIdentifier("doi", GeneratedIdentifiers.Doi(random, "gen.", number), random.Chance(0.3) ? "self" : null));
        if (random.Chance(0.25)) ids.Add(new FieldIdentifier("handle", random.Chance(0.5) ? $"https://hdl.handle.net/20.500.99999/{digits}" : $"20.500.99999/{digits}"));
        if (shape.Orcid == "journal-article" && random.Chance(0.18)) ids.Add(new FieldIdentifier("pmid", (20_000_000 + number).ToString(CultureInfo.InvariantCulture)));
        if (shape.Orcid is "preprint" or "journal-article" && random.Chance(0.08))
            ids.Add(new FieldIdentifier("arxiv", string.Create(CultureInfo.InvariantCulture, $"{10 + number / 1_200_000:00}{1 + number / 100_000 % 12:00}.{number % 100_000:00000}")));
    }

    private static string Journal(int number) => $"{JournalWords[number % JournalWords.Length]} {Fields[number / JournalWords.Length % Fields.Length]} {(char)('A' + number / (JournalWords.Length * Fields.Length))}";

    /// <summary>A type of work in the words of sources; null where a vocabulary has none.</summary>
    private sealed record WorkShape(string Orcid, string? BibTeX, string? Csl, string? Dublin, string? Ris)
    {
        public TypeValue In(Random random) => random.NextDouble() switch
        {
            < 0.4 when Dublin is not null => new TypeValue("dc.type", Dublin),
            < 0.7 when BibTeX is not null => new TypeValue("bibtex", BibTeX),
            < 0.9 when Csl is not null => new TypeValue("csl", Csl),
            _ when Ris is not null => new TypeValue("ris", Ris),
            _ => new TypeValue("orcid", Orcid),
        };
    }
}
