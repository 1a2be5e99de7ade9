using OrcidPortal.Sources;
using OrcidPortal.Sources.BibTeX;

namespace OrcidPortal.Tests.Sources.BibTeX;

public sealed class NameListTests
{
    [Theory]
    [InlineData("Donald E. Knuth", "Donald E.", "Knuth", null)]
    [InlineData("Ludwig van Beethoven", "Ludwig", "van Beethoven", null)]
    [InlineData("Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin", "Charles Louis Xavier Joseph", "de la Vallée Poussin", null)]
    [InlineData("van den Huevel, Jr., Johan A", "Johan A", "van den Huevel", "Jr.")]
    [InlineData("Sherry, John F., Jr.", "John F.", "Sherry", "Jr.")]
    [InlineData("Sammy Davis Jr.", "Sammy", "Davis", "Jr.")]
    [InlineData("Yakovlev, Evgeny Borisovich", "Evgeny Borisovich", "Yakovlev", null)]
    [InlineData("May, Keith,", "Keith", "May", null)]
    [InlineData("{\\'E}variste Galois", "Évariste", "Galois", null)]
    [InlineData("Olivier {de La Marche}", "Olivier", "de La Marche", null)]
    [InlineData("Aksın, {\\\"O}zge", "Özge", "Aksın", null)]
    [InlineData("family=Vaart, given=Adrianus, prefix=van der, given-i=A", "Adrianus", "van der Vaart", null)]
    public void A_name_is_cut_into_its_parts(string latex, string given, string family, string? suffix)
    {
        var name = NameList.Parse(latex).ShouldHaveSingleItem();

        (name.Given, name.Family, name.Suffix).ShouldBe((given, family, suffix));
    }

    [Theory]
    [InlineData("{World Health Organization}", "World Health Organization")]
    [InlineData("{Barnes and Noble, Inc.}", "Barnes and Noble, Inc.")]
    [InlineData("{{\\'E}cole Normale}", "École Normale")]
    public void A_name_in_braces_is_one_name(string latex, string expected)
    {
        var name = NameList.Parse(latex).ShouldHaveSingleItem();

        (name.Display, name.Family).ShouldBe((expected, null));
    }

    [Fact]
    public void Names_end_at_and_in_any_case_outside_of_braces()
    {
        var names = NameList.Parse("A. Anderson AND {B and C}\n and Sandy Land and others");

        names.Select(n => n.Display).ShouldBe(["A. Anderson", "B and C", "Sandy Land"]);
    }

    [Fact]
    public void Et_al_is_nobody()
    {
        var names = NameList.Parse("Born, L. et al. and Metal, Al");

        names.Select(n => n.Display).ShouldBe(["L. Born", "Al Metal"]);
    }

    [Fact]
    public void A_key_stays_when_names_change_places()
    {
        var before = PersonName.ToContributors(NameList.Parse("Doe, Jane and Roe, Rick and Doe, Jane"), "author");
        var after = PersonName.ToContributors(NameList.Parse("Roe, Rick and Doe, Jane"), "author");

        before.Select(c => c.Key).ShouldBe(["author:doe-jane", "author:roe-rick", "author:doe-jane:2"]);
        after.Select(c => c.Key).ShouldBe(["author:roe-rick", "author:doe-jane"]);
    }
}
