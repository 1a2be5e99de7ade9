using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Matching;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping.Matching;

public sealed class WorkMatcherTests(ITestOutputHelper output)
{
    private const string Title = "On the economy of machinery and manufactures";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_real_references_sure_is_right_and_finds_most_also_by_title_alone(bool withIdentifiers)
    {
        var folder = OrcidData.PathOf("../real-data/ris");
        Assert.SkipUnless(Directory.Exists(folder), "The real files (shared/real-data beside the repository) are not here.");
        var files = LabelledWorks.Read(folder);
        var (right, wrong, there) = (0, 0, 0);

        // The works of one file are looked for among all works of all others, each once.
        foreach (var (file, works) in files)
        {
            var ours = files.Where(f => f.File != file).SelectMany(f => f.Works).DistinctBy(w => w.Doi).ToList();
            var matcher = new WorkMatcher([.. ours.Select(w => Seen(w.Work))]);
            foreach (var (doi, work) in works)
            {
                if (ours.Exists(w => w.Doi == doi)) there++;
                if (matcher.Match(Seen(work)) is not WorkMatch.Sure sure) continue;
                if (ours[sure.Index].Doi == doi) right++;
                else wrong++;
            }
        }

        output.WriteLine($"{(withIdentifiers ? "with" : "without")} identifiers: {there} pairs, {right} sure and right, {wrong} sure and wrong; precision {right / (double)(right + wrong):0.0000}, recall {right / (double)there:0.000}");
        there.ShouldBeGreaterThan(200);
        (right / (double)(right + wrong)).ShouldBeGreaterThanOrEqualTo(0.995);
        (right / (double)there).ShouldBeGreaterThanOrEqualTo(0.90);

        MatchableWork Seen(MatchableWork work) => withIdentifiers ? work : work with { ExternalIds = [] };
    }

    [Theory]
    [InlineData("On the Economy of Machinery and Manufactures.", null, 2020, "journal-article", true)]
    [InlineData("On the <i>economy</i> of machinery &amp; manufactures", null, 2020, "journal-article", true)]
    [InlineData(Title, null, 2021, "journal-article", true)]
    [InlineData(Title, null, 2023, "journal-article", false)]
    [InlineData(Title, null, null, "journal-article", false)]
    [InlineData(Title, null, 2020, "other", true)]
    [InlineData(Title, null, 2020, "preprint", false)]
    [InlineData(Title, "A second look", 2020, "journal-article", true)]
    [InlineData("On the economy of machinery and manufactures: a second look", null, 2020, "journal-article", true)]
    public void The_same_title_links_only_where_year_and_type_go_with_it(string title, string? subtitle, int? year, string type, bool sure)
    {
        var match = One(Work(Title)).Match(Work(title) with { Subtitle = subtitle, Year = year, Type = type });

        if (sure) match.ShouldBeOfType<WorkMatch.Sure>().Reason.ShouldBe(MatchReason.Title);
        else match.ShouldBeOfType<WorkMatch.Maybe>().Candidates.ShouldHaveSingleItem().Index.ShouldBe(0);
    }

    [Theory]
    [InlineData("Erratum: On the economy of machinery and manufactures", Title)]
    [InlineData("Reply to: On the economy of machinery and manufactures", Title)]
    [InlineData("The history of machinery and manufactures, part 1", "The history of machinery and manufactures, part 2")]
    [InlineData("The history of machinery and manufactures II", "The history of machinery and manufactures III")]
    [InlineData("The history of machinery in 2019", "The history of machinery in 2020")]
    [InlineData("A new abelisaurid dinosaur from the end Cretaceous", "A new oviraptorosaur from the end Maastrichtian")]
    public void What_only_sounds_alike_is_another_work(string one, string other) => One(Work(one)).Match(Work(other)).ShouldBeOfType<WorkMatch.None>();

    [Theory]
    [InlineData("Editorial")]
    [InlineData("Introduction")]
    [InlineData("Book review")]
    public void A_title_that_says_nothing_links_nothing(string title) => One(Work(title)).Match(Work(title)).ShouldBeOfType<WorkMatch.Maybe>();

    [Fact]
    public void Two_of_ours_that_fit_alike_are_a_question() =>
        new WorkMatcher([Work(Title), Work(Title)]).Match(Work(Title)).ShouldBeOfType<WorkMatch.Maybe>().Candidates.Select(c => c.Index).ShouldBe([0, 1]);

    [Fact]
    public void An_identifier_decides_between_two_of_one_title()
    {
        var matcher = new WorkMatcher([Work(Title, "doi:10.5555/a"), Work(Title, "doi:10.5555/b")]);

        matcher.Match(Work(Title, "doi:https://doi.org/10.5555/B")).ShouldBe(new WorkMatch.Sure(1, MatchReason.Identifier));
        matcher.Match(Work(Title, "doi:10.5555/c")).ShouldBeOfType<WorkMatch.Maybe>();
    }

    [Fact]
    public void A_shared_identifier_under_another_title_is_a_question() =>
        One(Work(Title, "doi:10.5555/a")).Match(Work("Cellular structure of dinosaur scales", "doi:10.5555/a")).ShouldBeOfType<WorkMatch.Maybe>().Candidates.Single().Reason.ShouldBe(MatchReason.Identifier);

    [Theory]
    [InlineData("doi:10.5555/a", "pmid:123", true)]
    [InlineData("doi:10.5555/a", "doi:10.5555/b", false)]
    [InlineData("issn:2049-3630", "issn:2049-3630", true)]
    public void Identifiers_of_two_kinds_do_not_speak_against_each_other(string ours, string theirs, bool sure) =>
        (One(Work(Title, ours)).Match(Work(Title, theirs)) is WorkMatch.Sure).ShouldBe(sure);

    [Fact]
    public void What_a_chapter_is_part_of_is_not_the_chapter()
    {
        var chapter = Work("The calculating engine", "isbn:9780000000002") with { Type = "book-chapter" };

        One(chapter).Match(Work("The printing engine", "isbn:9780000000002") with { Type = "book-chapter" }).ShouldBeOfType<WorkMatch.None>();
        One(Work("Passages from the life", "isbn:9780000000002") with { Type = "book" }).Match(Work("Passages from the life", "isbn:978-0-00-000000-2") with { Type = "book" }).ShouldBe(new WorkMatch.Sure(0, MatchReason.Identifier));
    }

    [Theory]
    [InlineData("doi:10.6084/m9.figshare.123.v2", "doi:10.6084/m9.figshare.123")]
    [InlineData("doi:10.5281/zenodo.2 version-of:doi:10.5281/zenodo.1", "doi:10.5281/zenodo.1")]
    [InlineData("doi:10.5281/zenodo.2 version-of:doi:10.5281/zenodo.1", "doi:10.5281/zenodo.3 version-of:doi:10.5281/zenodo.1")]
    [InlineData("arxiv:2101.00001v2", "arxiv:2101.00001")]
    [InlineData("arxiv:2101.00001", "doi:10.48550/arXiv.2101.00001")]
    public void Versions_of_one_title_are_one_work(string ours, string theirs)
    {
        One(Work(Title, ours)).Match(Work(Title, theirs)).ShouldBeOfType<WorkMatch.Sure>();
        One(Work(Title, theirs)).Match(Work(Title, ours)).ShouldBeOfType<WorkMatch.Sure>();
        One(Work(Title, ours)).Match(Work("Something else altogether, in five words", theirs)).ShouldBeOfType<WorkMatch.Maybe>();
    }

    [Fact]
    public void A_number_behind_a_point_is_no_version() =>
        One(Work("On engines, part 1", "doi:10.5555/engine.1")).Match(Work("On engines, part 4", "doi:10.5555/engine.4")).ShouldBeOfType<WorkMatch.None>();

    [Fact]
    public void Nobody_in_common_makes_a_question_of_the_same_title()
    {
        var ours = Work(Title) with { FamilyNames = ["Babbage"] };

        One(ours).Match(Work(Title) with { FamilyNames = ["Lovelace", "BABBAGE"] }).ShouldBeOfType<WorkMatch.Sure>();
        One(ours).Match(Work(Title) with { FamilyNames = ["Lovelace"] }).ShouldBeOfType<WorkMatch.Maybe>();
        One(ours).Match(Work(Title)).ShouldBeOfType<WorkMatch.Sure>();
    }

    [Fact]
    public void Nothing_comes_of_nothing()
    {
        new WorkMatcher([]).Match(Work(Title)).ShouldBeOfType<WorkMatch.None>();
        One(Work("")).Match(Work("")).ShouldBeOfType<WorkMatch.None>();
        One(Work("", "doi:10.5555/a")).Match(Work(Title, "doi:10.5555/a")).ShouldBeOfType<WorkMatch.Sure>();
    }

    private static WorkMatcher One(MatchableWork work) => new([work]);

    private static MatchableWork Work(string title, string ids = "") => new(
        [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Id)], title, null, 2020, "journal-article", []);

    private static ExternalId Id(string text)
    {
        var isVersion = text.StartsWith("version-of:", StringComparison.Ordinal);
        var parts = (isVersion ? text["version-of:".Length..] : text).Split(':', 2);
        return new ExternalId(parts[0], parts[1], isVersion ? Relationship.VersionOf : Relationship.Self);
    }
}
