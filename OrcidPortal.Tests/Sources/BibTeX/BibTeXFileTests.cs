using OrcidPortal.Data.Entities;
using OrcidPortal.Sources;
using OrcidPortal.Sources.BibTeX;

namespace OrcidPortal.Tests.Sources.BibTeX;

public sealed class BibTeXFileTests
{
    [Fact]
    public void A_journal_article_is_read_whole()
    {
        var fields = Fields("""
            @Article{key:2019,
              AUTHOR = {G{\"u}nter Renner and {ACME Inc.} and others}, Editor = "Doe, Jane",
              title = {The {DNA} of \emph{E. coli}}, subtitle = "A study",
              journal = {Nature \& Science}, year = 2019, month = feb # "~3",
              doi = {https://doi.org/10.1000/AbC\_d}, issn = {1234-5679, 2049-3630 (online)}, eprint = {1901.00001}, archiveprefix = {arXiv},
              abstract = {Short.}, language = {english}, url = {https://example.org/\~{}x},
            }
            """);

        fields.ShouldBe(new RecordFields
        {
            Title = "The DNA of E. coli",
            Subtitle = "A study",
            JournalTitle = "Nature & Science",
            ShortDescription = "Short.",
            Type = new TypeValue("bibtex", "article"),
            PublicationDate = "2019-02-03",
            LanguageCode = "english",
            Url = "https://example.org/~x",
            ExternalIds = [new("doi", "https://doi.org/10.1000/AbC_d"), new("arxiv", "1901.00001"), new("issn", "1234-5679"), new("issn", "2049-3630 (online)")],
            Contributors =
            [
                new("author:renner-günter", "Günter Renner", "author", "Günter", "Renner"),
                new("author:acme-inc", "ACME Inc.", "author"),
                new("editor:doe-jane", "Jane Doe", "editor", "Jane", "Doe"),
            ],
        });
    }

    [Fact]
    public void Tools_write_entries_in_many_ways_and_all_are_read()
    {
        var entries = Entries("""
            free text, me@example.org {not an entry}
            % @article{commented, title = {out}}
            @STRING{j = {Journal of } # "Things"} @preamble{"\newcommand{\x}{y}"} @comment{jabref-meta: groups;}
            @article(paren, title = "With (parentheses)", journal = j)
            @ book {,title={Without a key}}@misc{ title = "No key, no comma" }
            @misc{key
              title = {No comma behind the key} year = 2001
              % a comment
              note = {no comma between fields},,
            },
            @MISC { spaced , Title = {braces {in {braces}} and "quotes"} , year=1999}
            """);

        entries.Select(e => (e.Key, e.Fields!.Title, e.Line)).ShouldBe(
        [
            ("paren", "With (parentheses)", 4), ("", "Without a key", 5), ("", "No key, no comma", 5), ("key", "No comma behind the key", 6), ("spaced", "braces in braces and \"quotes\"", 11),
        ]);
        entries[0].Fields!.JournalTitle.ShouldBe("Journal of Things");
        entries[3].Fields!.PublicationDate.ShouldBe("2001");
    }

    [Theory]
    [InlineData("@article{broken, title = {Not closed,\n year = 2000\n}\n", 1, "not closed")]
    [InlineData("@article{broken,\n title = \"Not closed,\n year = 2000\n}\n", 2, "not closed")]
    [InlineData("@article{broken,\n title {No equals sign}\n}\n", 2, "there is no =")]
    [InlineData("@article{broken, title = {x}} y}\n@article{broken, = {x}}\n", 2, "not expected")]
    public void A_broken_entry_is_reported_with_its_line_and_the_next_is_read(string broken, int line, string reason)
    {
        var entries = Entries(broken + "@book{whole, title = {Whole}}\n");

        var rejected = entries.Single(e => e.Rejection is not null);
        rejected.Rejection!.ShouldStartWith(Rejections.Broken);
        rejected.Rejection!.ShouldContain($"line {line}:");
        rejected.Rejection!.ShouldContain(reason);
        entries[^1].Fields!.Title.ShouldBe("Whole");
    }

    [Fact]
    public void An_entry_cut_off_by_the_end_of_the_file_is_reported()
    {
        var entries = Entries("@book{whole, title = {Whole}}\n@book{cut, title = {Cut");

        entries.Select(e => e.Rejection is null).ShouldBe([true, false]);
        entries[1].Line.ShouldBe(2);
    }

    [Fact]
    public void Escaped_single_braces_do_not_break_an_entry()
    {
        var fields = Fields(@"@misc{a, title = {An open \{ brace}, file = {C:\\dir\\}}");

        fields.Title.ShouldBe("An open { brace");
    }

    [Fact]
    public void A_chapter_inherits_from_its_book_but_not_the_books_identity()
    {
        var fields = Fields("""
            @inproceedings{child, title = {Paper}, crossref = {Parent}}
            @proceedings{parent, title = {The Proceedings}, year = 2015, editor = {Len Bass}, doi = {10.1/parent}, isbn = {978-1-4799-1922-2}, url = {https://example.org/book}}
            """);

        (fields.Title, fields.JournalTitle, fields.PublicationDate, fields.Url).ShouldBe(("Paper", "The Proceedings", "2015", null));
        fields.ExternalIds.Select(i => i.Type).ShouldBe(["isbn"]);
        fields.Contributors.Select(c => (c.Role, c.Name)).ShouldBe([("editor", "Len Bass")]);
    }

    [Fact]
    public void Entries_that_refer_to_each_other_in_a_circle_are_read()
    {
        var entries = Entries("@misc{a, title={A}, crossref={b}, xdata={x}} @misc{b, title={B}, crossref={a}} @xdata{x, year=2001, xdata={x}}");

        entries.Select(e => e.Fields?.PublicationDate).ShouldBe(["2001", "2001", null]);
        entries[2].Rejection.ShouldBe(Rejections.OnlyLends);
    }

    [Theory]
    [InlineData("@thesis{t, title={T}, type={phdthesis}}", "phdthesis")]
    [InlineData("@thesis{t, title={T}, type={Master's thesis}}", "mastersthesis")]
    [InlineData("@thesis{t, title={T}, type={bathesis}}", "thesis")]
    [InlineData("@PhdThesis{t, title={T}, type={Habilitation}}", "phdthesis")]
    public void A_thesis_says_which_one_it_is(string entry, string type) => Fields(entry).Type!.Value.ShouldBe(type);

    [Theory]
    [InlineData("url = {https://dx.doi.org/10.1000/x}", "doi", "10.1000/x")]
    [InlineData("note = {In print, doi:10.1000/y.}", "doi", "10.1000/y")]
    [InlineData("url = {http://hdl.handle.net/1721.1/123}", "handle", "1721.1/123")]
    [InlineData("eprint = {1721.1/9}, eprinttype = {hdl}", "handle", "1721.1/9")]
    [InlineData("eprint = {math/0510479}", "arxiv", "math/0510479")]
    [InlineData("journal = {arXiv preprint arXiv:2410.22950}", "arxiv", "2410.22950")]
    [InlineData("eprint = {5500723}, eprinttype = {pubmed}", "pmid", "5500723")]
    [InlineData("pmcid = {PMC123456}", "pmc", "PMC123456")]
    [InlineData("mrnumber = {MR123}", "mr", "MR123")]
    public void Identifiers_are_found_where_tools_put_them(string field, string type, string value)
    {
        var fields = Fields($"@misc{{a, title = {{T}}, {field}}}");

        fields.ExternalIds.ShouldBe([new FieldIdentifier(type, value)]);
    }

    [Theory]
    [InlineData("doi = {n/a}")]
    [InlineData("doi = {-}, isbn = {}")]
    [InlineData("eid = {104512}")]
    public void What_is_no_identifier_makes_none(string field) => Fields($"@misc{{a, title = {{T}}, {field}}}").ExternalIds.ShouldBeEmpty();

    [Fact]
    public void An_address_that_would_run_a_script_is_none() => Fields("@misc{a, title = {T}, url = {javascript:alert(1)}}").Url.ShouldBeNull();

    [Fact]
    public void Only_an_entry_with_neither_title_nor_identifier_nor_address_is_no_record()
    {
        var entries = Entries("@misc{a, author = {Doe, Jane}} @misc{b, doi = {10.1/b}} @misc{c, url = {https://example.org}} @set{d, entryset = {a,b}}");

        entries.Select(e => e.Rejection).ShouldBe([Rejections.NothingToKnowItBy, null, null, Rejections.OnlyGroups]);
    }

    [Fact]
    public void Macros_made_of_macros_do_not_grow_without_end()
    {
        var bomb = string.Concat(Enumerable.Range(1, 60).Select(i => $"@string{{s{i} = s{i - 1} # s{i - 1} # s{i - 1}}}\n"));

        var fields = Fields($"@string{{s0 = {{lol}}}}\n{bomb}@misc{{a, title = s60}}");

        fields.Title!.Length.ShouldBeLessThanOrEqualTo(10_000);
    }

    [Fact]
    public void A_thousand_authors_are_a_thousand_contributors()
    {
        var authors = string.Join(" and ", Enumerable.Range(1, 1000).Select(i => $"Name{i}, Given"));

        var fields = Fields($"@article{{a, title = {{T}}, author = {{{authors}}}}}");

        fields.Contributors.Select(c => c.Key).Distinct().Count().ShouldBe(1000);
    }

    private static RecordFields Fields(string text) => Entries(text)[0].Fields.ShouldNotBeNull();

    private static IReadOnlyList<ParsedEntry> Entries(string text) => BibTeXFile.Parse(text, 1000).ShouldBeOfType<ParsedFile.Entries>().Items;
}
