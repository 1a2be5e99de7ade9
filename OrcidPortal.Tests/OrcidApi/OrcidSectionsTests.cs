using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class OrcidSectionsTests
{
    [Theory]
    [MemberData(nameof(Messages.Sections), MemberType = typeof(Messages))]
    public void A_name_is_read_back(OrcidSection section)
    {
        OrcidSections.TryParse(section.Name(), out var read).ShouldBeTrue();

        read.ShouldBe(section);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Work")]
    [InlineData("works")]
    [InlineData("peer-review")]
    public void Other_words_are_no_sections(string? name) => OrcidSections.TryParse(name, out _).ShouldBeFalse();

    [Theory]
    [InlineData(OrcidSection.Work, "work")]
    [InlineData(OrcidSection.InvitedPosition, "invited-position")]
    [InlineData(OrcidSection.OtherName, "other-names")]
    [InlineData(OrcidSection.Keyword, "keywords")]
    [InlineData(OrcidSection.Address, "address")]
    [InlineData(OrcidSection.ResearcherUrl, "researcher-urls")]
    [InlineData(OrcidSection.ExternalIdentifier, "external-identifiers")]
    public void The_path_of_an_item_is_plural_for_the_person(OrcidSection section, string path) => section.ItemPath().ShouldBe(path);

    [Fact]
    public void Seven_are_affiliations_and_five_belong_to_the_person()
    {
        var sections = Enum.GetValues<OrcidSection>();

        sections.Where(OrcidSections.IsAffiliation).Select(OrcidSections.Name)
            .ShouldBe(["employment", "education", "distinction", "invited-position", "membership", "qualification", "service"]);
        sections.Where(OrcidSections.IsPersonItem).Select(OrcidSections.Name).ShouldBe(["other-name", "keyword", "address", "researcher-url", "external-identifier"]);
    }

    [Fact]
    public void What_is_no_affiliation_cannot_be_made_one()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new AffiliationMessage(OrcidSection.Work));
        Should.Throw<ArgumentOutOfRangeException>(() => new AffiliationMessage(OrcidSection.Service) with { Kind = OrcidSection.Keyword });
    }
}
