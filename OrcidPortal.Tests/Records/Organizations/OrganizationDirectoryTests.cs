using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records.Organizations;

public sealed class OrganizationDirectoryTests
{
    private const string Ror = "https://ror.org/018mejw64";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_record_is_matched_by_an_identifier_in_any_notation(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        await house.AddAsync("Deutsche Forschungsgemeinschaft", ids: [$"ROR={Ror}", "FUNDREF=http://dx.doi.org/10.13039/501100001659"]);

        var match = await house.MatchAsync(new RecordFields { OrganizationName = "DFG", OrganizationIdSource = "fundref", OrganizationId = "https://doi.org/10.13039/501100001659" });

        match.ShouldNotBeNull();
        (match.Name, match.City, match.Country, match.IdSource, match.IdValue).ShouldBe(("Deutsche Forschungsgemeinschaft", "Berlin", "DE", "ROR", Ror));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Many_records_are_matched_at_once(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        for (var n = 0; n < 30; n++) await house.AddAsync($"Institute {n}", ids: [$"RINGGOLD={1000 + n}"]);
        var fields = Enumerable.Range(0, 500).Select(n => n % 2 == 0
            ? new RecordFields { OrganizationName = $"INSTITUTE, {n % 30}" }
            : new RecordFields { OrganizationName = $"Something {n}", OrganizationIdSource = "RINGGOLD", OrganizationId = $"{1000 + n}" }).ToList();

        var matches = await house.Database.ReadAsync(db => house.Directory.MatchAsync(db, fields, TestContext.Current.CancellationToken));

        fields.Count(f => OrganizationDirectory.Of(matches, f) is not null).ShouldBe(250 + 15);
        OrganizationDirectory.Of(matches, fields[4])!.Name.ShouldBe("Institute 4");
    }

    [Fact]
    public async Task A_name_that_two_organisations_bear_is_decided_by_the_country_or_not_at_all()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        await house.AddAsync("University of Newcastle", "AU");
        await house.AddAsync("Newcastle University", "GB", names: ["University of Newcastle"]);

        var anywhere = await house.MatchAsync(new RecordFields { OrganizationName = "University of Newcastle" });
        var australian = await house.MatchAsync(new RecordFields { OrganizationName = "University of Newcastle", OrganizationCountry = "au" });
        var french = await house.MatchAsync(new RecordFields { OrganizationName = "University of Newcastle", OrganizationCountry = "FR" });

        anywhere.ShouldBeNull();
        australian!.Country.ShouldBe("AU");
        french.ShouldBeNull();
    }

    [Fact]
    public async Task Acronyms_and_organisations_that_ended_are_not_matched_by_name()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        await house.AddAsync("Deutsche Forschungsgemeinschaft", acronyms: ["DFG"]);
        await house.AddAsync("Old College", ids: [$"ROR={Ror}"], status: OrganizationStatus.Withdrawn);

        (await house.MatchAsync(new RecordFields { OrganizationName = "DFG" })).ShouldBeNull();
        (await house.MatchAsync(new RecordFields { OrganizationName = "Old College" })).ShouldBeNull();
        (await house.MatchAsync(new RecordFields { OrganizationIdSource = "ROR", OrganizationId = "018mejw64" }))!.Name.ShouldBe("Old College");
    }

    [Fact]
    public async Task The_identifier_that_is_sent_follows_the_stated_order()
    {
        await using var house = await OrganizationHouse.OpenAsync(DatabaseProvider.Sqlite, ("Organizations:IdentifierOrder", "GRID, FUNDREF"));
        await house.AddAsync("A", ids: [$"ROR={Ror}", "FUNDREF=http://dx.doi.org/10.13039/501100001659"]);
        await house.AddAsync("B", ids: ["ROR=https://ror.org/05qwgg493"]);

        (await house.MatchAsync(new RecordFields { OrganizationName = "A" }))!.IdSource.ShouldBe("FUNDREF");
        (await house.MatchAsync(new RecordFields { OrganizationName = "B" }))!.IdSource.ShouldBeNull();
    }

    [Fact]
    public async Task An_order_with_a_source_that_ORCID_does_not_know_is_refused_at_start()
    {
        await using var house = await OrganizationHouse.OpenAsync(DatabaseProvider.Sqlite, ("Organizations:IdentifierOrder", "ROR, ISNI"));

        var refusal = Should.Throw<OptionsValidationException>(() => house.Get<IStartupValidator>().Validate());

        refusal.Message.ShouldContain("'ISNI'");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Words_are_found_by_their_beginning_ours_first_then_exact_then_shortest(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        await house.AddAsync("Technical University of Munich", names: ["TU München"]);
        await house.AddAsync("Munich", city: null);
        await house.AddAsync("University Hospital Munich");
        await house.AddAsync("Munich Business School of Everything and More", tie: OrganizationTie.Ours);
        await house.AddAsync("Old Munich", status: OrganizationStatus.Withdrawn);
        await house.AddAsync("Communich");

        (await house.SearchAsync("munich")).ShouldBe(
            ["Munich Business School of Everything and More", "Munich", "University Hospital Munich", "Technical University of Munich", "Old Munich"]);
        (await house.SearchAsync("uni mun")).ShouldBe(["University Hospital Munich", "Technical University of Munich"]);
        (await house.SearchAsync("münch")).ShouldBe(["Technical University of Munich"]);
        (await house.SearchAsync("münch", "FR")).ShouldBeEmpty();
        (await house.SearchAsync("", onlyOurs: true)).ShouldBe(["Munich Business School of Everything and More"]);
        (await house.SearchAsync("!?")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_name_that_was_found_is_told_where_it_is_another_one()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        await house.AddAsync("German Research Foundation", names: ["Deutsche Forschungsgemeinschaft"], acronyms: ["DFG"], ids: [$"ROR={Ror}"]);

        var found = await house.Directory.SearchAsync("dfg", null, false, null, TestContext.Current.CancellationToken);
        var byId = await house.Directory.SearchAsync("018mejw64", null, false, null, TestContext.Current.CancellationToken);

        (found.Items.ShouldHaveSingleItem().Name, found.Items[0].OtherName).ShouldBe(("German Research Foundation", "DFG"));
        byId.Items.ShouldHaveSingleItem().Identifiers.ShouldBe([new OrganizationId("ROR", Ror)]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task All_pages_together_have_each_organisation_once(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        for (var n = 0; n < 120; n++) await house.AddAsync($"Institute {n}", names: [$"Institut {n}"], tie: n % 40 == 0 ? OrganizationTie.Related : OrganizationTie.None);

        foreach (var text in (string?[])[null, "inst"])
        {
            var names = new List<string>();
            for (string? cursor = null; ;)
            {
                var page = await house.Directory.SearchAsync(text, null, false, cursor, TestContext.Current.CancellationToken);
                names.AddRange(page.Items.Select(o => o.Name));
                if ((cursor = page.Next) is null) break;
            }
            names.Count.ShouldBe(120);
            names.Distinct().Count().ShouldBe(120);
            names[0].ShouldBe("Institute 0");
        }
    }
}
