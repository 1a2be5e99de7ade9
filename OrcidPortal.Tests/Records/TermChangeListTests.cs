using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.Records.Organizations;

namespace OrcidPortal.Tests.Records;

public sealed class TermChangeListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(OrcidPortal.Tests.Infrastructure.Databases.All), MemberType = typeof(OrcidPortal.Tests.Infrastructure.Databases))]
    public async Task Words_are_listed_newest_first_and_page_after_page(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        var (store, list) = (house.Get<VocabularyStore>(), house.Get<TermChangeList>());
        for (var n = 0; n < 60; n++) await store.SetAsync("work-type", $"w{n}", "book", OrganizationHouse.Curator, Stop);
        await store.SetAsync("language", "w1", "de", OrganizationHouse.Curator, Stop);
        await store.ResetAsync("work-type", "w1", OrganizationHouse.Curator, Stop);

        var first = await list.OfWordsAsync(null, null, null, Stop);
        var second = await list.OfWordsAsync(null, null, first.Next, Stop);
        var word = await list.OfWordsAsync("work-type", "W1", null, Stop);
        var language = await list.OfWordsAsync("language", null, null, Stop);

        (first.Items.Count, second.Items.Count, second.Next).ShouldBe((50, 12, null));
        var newest = first.Items[0];
        (newest.Action, newest.By, newest.Vocabulary, newest.Name, newest.Fields[0]).ShouldBe(("vocabulary.reset", "Cora Curator", "work-type", "w1", new ChangedField("target", "book", null)));
        word.Items.Select(c => c.Action).ShouldBe(["vocabulary.reset", "vocabulary.set"]);
        language.Items.ShouldHaveSingleItem().Fields.ShouldBe([new ChangedField("target", null, "de")]);
    }

    [Fact]
    public async Task Organisations_are_listed_with_what_was_another_one_and_by_whom()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var list = house.Get<TermChangeList>();
        var museum = await house.AddAsync("Museum", ids: ["GRID=grid.1.1"]);
        var other = await house.AddAsync("Other; city=x | y");
        await house.Directory.SaveAsync(museum.Id, new OrganizationDraft("Museum; city=Nowhere", "Bonn", null, "DE"), OrganizationHouse.Curator, Stop);
        await house.Directory.TieAsync(museum.Id, OrganizationTie.Ours, OrganizationHouse.Curator, Stop);
        var preview = (await house.Get<OrganizationMerging>().PreviewAsync(museum.Id, other.Id, Stop))!;
        await house.Get<OrganizationMerging>().MergeAsync(museum.Id, other.Id, preview.KeptRevision, preview.GoneRevision, OrganizationHouse.Curator, Stop);

        var all = (await list.OfOrganizationsAsync(null, null, Stop)).Items;
        var one = (await list.OfOrganizationsAsync(museum.Id, null, Stop)).Items;

        all.Count.ShouldBe(4);
        all.ShouldContain(c => c.Action == "organization.gone" && c.OrganizationId == null);
        one.Select(c => c.Action).ShouldBe(["organization.merged", "organization.tied", "organization.changed"]);
        one.ShouldAllBe(c => c.By == "Cora Curator" && c.OrganizationId == museum.Id && c.Name == "Museum; city=Nowhere");
        one[1].Fields.ShouldBe([new ChangedField("tie", "None", "Ours")]);
    }

    [Fact]
    public void What_is_different_is_told_field_by_field()
    {
        var differences = OrganizationAudit.Differences("organization.changed",
            "name=A; city=Bonn; region=; country=DE; status=Active; tie=None; ids=GRID:grid.1.1; names=A", "name=A; city=; region=; country=DE; status=Active; tie=None; ids=GRID:grid.1.1; names=A | B");

        differences.ShouldBe([new ChangedField("city", "Bonn", null), new ChangedField("names", "A", "A | B")]);
        OrganizationAudit.Differences("organization.changed", "something", "else").ShouldBe([new ChangedField("", null, "else")]);
    }
}
