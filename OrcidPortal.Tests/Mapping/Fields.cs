using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Tests.Mapping;

/// <summary>Fields of works for tests.</summary>
internal static class Fields
{
    public static readonly MappingContext Context = new("abcdef123456", Guid.Parse("0198c0de-0000-7000-8000-00000000abcd"), "https://portal.example.org/works/1");

    public static RecordFields Article() => new()
    {
        Title = "On lakes",
        Type = new TypeValue("bibtex", "article"),
        JournalTitle = "Limnology",
        PublicationDate = "2019-05",
        LanguageCode = "en",
        ExternalIds = [new FieldIdentifier("doi", "10.1000/ONE"), new FieldIdentifier("issn", "12345679")],
        Contributors = [new FieldContributor("1", "Jane Doe", "author"), new FieldContributor("2", "John Roe", "author")],
    };

    public static MappedRecord Map(this RecordFields fields) => RecordMapper.Map(RecordKind.Work, fields, Context);

    /// <summary>The one problem of a code.</summary>
    public static Problem Problem(this MappedRecord work, string code) => work.Problems.Where(p => p.Code == code).ShouldHaveSingleItem();
}
