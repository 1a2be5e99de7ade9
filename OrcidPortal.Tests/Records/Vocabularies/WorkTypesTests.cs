using System.Text.Json;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Records.Vocabularies;

public sealed class WorkTypesTests
{
    [Fact]
    public void The_list_is_ORCIDs()
    {
        using var lists = JsonDocument.Parse(File.ReadAllText(OrcidData.PathOf("enumerations.json")));

        WorkTypes.Orcid.Order().ShouldBe(lists.RootElement.GetProperty("work-type").EnumerateArray().Select(t => t.GetString()!).Order());
    }

    [Fact]
    public void Every_entry_of_every_table_is_one_of_ORCIDs_types() => WorkTypes.All.Select(e => e.Value).Distinct().Except(WorkTypes.Orcid).ShouldBeEmpty();

    /// <summary>All types of each format: a type is either in the table or left out on purpose, and one that somebody adds here has to be decided.</summary>
    [Theory]
    [InlineData("bibtex", """
        article book booklet conference inbook incollection inproceedings manual mastersthesis phdthesis proceedings techreport mvbook bookinbook suppbook collection mvcollection suppcollection
        dataset online patent periodical suppperiodical mvproceedings reference mvreference inreference report software thesis electronic www audio commentary image movie music performance review
        standard video
        """, "misc unpublished set xdata artwork bibnote jurisdiction legislation legal letter")]
    [InlineData("csl", """
        article article-journal article-magazine article-newspaper book chapter classic dataset entry-dictionary entry-encyclopedia figure graphic map motion_picture musical_score pamphlet
        paper-conference patent performance periodical post post-weblog regulation report review review-book software song speech standard thesis webpage
        book-part book-section edited-book monograph reference-book reference-entry journal-article journal-issue journal-volume proceedings proceedings-article dissertation posted-content peer-review database report-component
        """, "bill broadcast collection document entry event hearing interview legal_case legislation manuscript personal_communication treaty component")]
    [InlineData("ris", """
        ABST ADVS AGGR ART BLOG BOOK CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE DICT EBOOK ECHAP EDBOOK EJOUR ELEC ENCYC FIGURE GOVDOC GRANT INPR JFULL JOUR MAP MGZN MPCT MULTI MUSIC
        NEWS PAMP PAT POD RPRT SER SLIDE SOUND STAND STD THES VIDEO WEB
        """, "ANCIENT BILL CASE EQUA GEN HEAR ICOMM INTV LEGAL MANSCPT PCOMM PRESS STAT UNBILL UNPB UNPD")]
    public void Every_type_of_a_format_is_decided(string scheme, string known, string leftOut)
    {
        string? Of(string word) => VocabularySnapshot.Defaults.TypeOf(RecordKind.Work, new TypeValue(scheme, word));

        known.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => Of(w) is null).ShouldBeEmpty();
        leftOut.Split(' ').Where(w => Of(w) is not null).ShouldBeEmpty();
    }

    /// <summary>Reviewed by hand; a change here is a change of what people see in their ORCID records.</summary>
    [Theory]
    [InlineData("bibtex", "article", "journal-article")]
    [InlineData("bibtex", "Article", "journal-article")]
    [InlineData("bibtex", "book", "book")]
    [InlineData("bibtex", "booklet", "book")]
    [InlineData("bibtex", "inbook", "book-chapter")]
    [InlineData("bibtex", "incollection", "book-chapter")]
    [InlineData("bibtex", "inproceedings", "conference-paper")]
    [InlineData("bibtex", "conference", "conference-paper")]
    [InlineData("bibtex", "proceedings", "conference-proceedings")]
    [InlineData("bibtex", "collection", "edited-book")]
    [InlineData("bibtex", "manual", "manual")]
    [InlineData("bibtex", "phdthesis", "dissertation-thesis")]
    [InlineData("bibtex", "mastersthesis", "dissertation-thesis")]
    [InlineData("bibtex", "techreport", "report")]
    [InlineData("bibtex", "online", "online-resource")]
    [InlineData("bibtex", "dataset", "data-set")]
    [InlineData("bibtex", "software", "software")]
    [InlineData("bibtex", "misc", null)]
    [InlineData("bibtex", "unpublished", null)]
    [InlineData("csl", "article-journal", "journal-article")]
    [InlineData("csl", "article", "preprint")]
    [InlineData("csl", "article-newspaper", "newspaper-article")]
    [InlineData("csl", "chapter", "book-chapter")]
    [InlineData("csl", "paper-conference", "conference-paper")]
    [InlineData("csl", "thesis", "dissertation-thesis")]
    [InlineData("csl", "motion_picture", "moving-image")]
    [InlineData("csl", "post-weblog", "blog-post")]
    [InlineData("csl", "webpage", "website")]
    [InlineData("csl", "journal-article", "journal-article")]
    [InlineData("csl", "proceedings-article", "conference-paper")]
    [InlineData("csl", "posted-content", "preprint")]
    [InlineData("csl", "monograph", "book")]
    [InlineData("csl", "document", null)]
    [InlineData("csl", "manuscript", null)]
    [InlineData("csl", "legal_case", null)]
    [InlineData("dc.type", "Article", "journal-article")]
    [InlineData("dc.type", "Image, 3-D", "image")]
    [InlineData("dc.type", "Recording, oral", "sound")]
    [InlineData("dc.type", "Technical Report", "report")]
    [InlineData("dc.type", "Thesis", "dissertation-thesis")]
    [InlineData("dc.type", "Presentation", "other")]
    [InlineData("dc.type", "Conference contribution", null)]
    [InlineData("dc.type", "Animation", "other")]
    [InlineData("dc.type", "Book chapter", "book-chapter")]
    [InlineData("dc.type", "Dataset", "data-set")]
    [InlineData("dc.type", "Image", "image")]
    [InlineData("dc.type", "Journal", "journal-issue")]
    [InlineData("dc.type", "Learning Object", "learning-object")]
    [InlineData("dc.type", "Map", "cartographic-material")]
    [InlineData("dc.type", "Musical Score", "musical-composition")]
    [InlineData("dc.type", "Plan or blueprint", "other")]
    [InlineData("dc.type", "Recording, acoustical", "sound")]
    [InlineData("dc.type", "Recording, musical", "sound")]
    [InlineData("dc.type", "Video", "moving-image")]
    [InlineData("dc.type", "Working Paper", "working-paper")]
    [InlineData("dc.type", "Other", "other")]
    [InlineData("dc.type", "info:eu-repo/semantics/doctoralThesis", "dissertation-thesis")]
    [InlineData("dc.type", "MovingImage", "moving-image")]
    [InlineData("dc.type", "Text", null)]
    [InlineData("ris", "JOUR", "journal-article")]
    [InlineData("ris", "CPAPER", "conference-paper")]
    [InlineData("ris", "GEN", null)]
    [InlineData("orcid", "journal-article", "journal-article")]
    [InlineData("orcid", "JOURNAL_ARTICLE", "journal-article")]
    [InlineData("orcid", "dissertation", "dissertation-thesis")]
    [InlineData("orcid", "nonsense", null)]
    [InlineData("nowhere", "book", "book")]
    [InlineData("nowhere", "nonsense", null)]
    public void A_type_has_the_ORCID_type_of_the_reviewed_table(string vocabulary, string value, string? expected) =>
        VocabularySnapshot.Defaults.TypeOf(RecordKind.Work, new TypeValue(vocabulary, value)).ShouldBe(expected);

    [Fact]
    public void No_type_is_no_type() => VocabularySnapshot.Defaults.TypeOf(RecordKind.Work, null).ShouldBeNull();
}
