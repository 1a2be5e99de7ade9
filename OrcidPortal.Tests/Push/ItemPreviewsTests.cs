using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

public sealed class ItemPreviewsTests
{
    private const string Ror = "https://ror.org/05gq02987";

    private static readonly RecordFields Grant = new()
    {
        Title = "Engines for all", Type = new TypeValue("orcid", "grant"), Amount = "1.250.000,50", CurrencyCode = "EUR", StartDate = "2020-01", EndDate = "2023-12",
        OrganizationName = "Science Foundation", OrganizationCity = "Bonn", OrganizationCountry = "DE", OrganizationId = Ror, OrganizationIdSource = "ROR", ExternalIds = [new FieldIdentifier("grant_number", "G-1")],
        Contributors = [new FieldContributor("1", "Ada Lovelace", "lead")],
    };

    private static readonly RecordFields Post = new()
    {
        RoleTitle = "Professor", DepartmentName = "Mathematics", OrganizationName = "Fictitious University", OrganizationId = Ror, StartDate = "2020",
    };

    [Fact]
    public async Task What_was_never_sent_is_new_in_every_line_and_asks_ORCID_nothing()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PlanAsync();

        var preview = await PreviewAsync(house);

        preview.State.ShouldBeOfType<ItemPreviewState.NothingThere>();
        preview.Lines.ShouldAllBe(l => l.Sent != null && l.Held == null);
        preview.Lines.Select(l => l.Field).ShouldContain(FieldPaths.Title);
        preview.ShouldSatisfyAllConditions(p => p.Differs.ShouldBe(true), p => p.CanBeSent.ShouldBeTrue(), p => p.PutCode.ShouldBeNull(), p => p.Xml.ShouldStartWith("<work:work xmlns:work="));
        (await house.Registry.CallsAsync(house.Orcid)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_stands_there_as_sent_is_the_same_in_every_line(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(house.Draft(1, abstractText: "Of wheels & <cogs>"));
        await house.PushAsync();

        var preview = await PreviewAsync(house);

        var held = preview.State.ShouldBeOfType<ItemPreviewState.Held>();
        held.ReadAt.ShouldBe(house.Clock.GetUtcNow());
        held.Lines.ShouldBe(preview.Lines.Select(l => l.Held!));
        preview.Lines.ShouldAllBe(l => l.IsSame);
        preview.Differs.ShouldBe(false);
        (await house.Registry.CallsAsync(house.Orcid)).ShouldBe(["POST /works", $"GET /work/{preview.PutCode}"]);
    }

    [Fact]
    public async Task A_change_is_marked_where_it_is_and_the_XML_is_what_then_travels()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.SaveAsync(house.Draft(1, "On the analytical engine"));
        await house.PlanAsync();

        var preview = await PreviewAsync(house);
        await house.Registry.RecordBodiesAsync();
        await house.SendNowAsync();
        await house.PushAsync();

        var changed = preview.Lines.Where(l => !l.IsSame && l.Field == FieldPaths.Title).ShouldHaveSingleItem();
        (changed.Sent!.Text, changed.Held!.Text).ShouldBe(("On the analytical engine", "On engines, part 1"));
        preview.Lines.Count(l => l.IsSame).ShouldBeGreaterThan(2);
        preview.Differs.ShouldBe(true);
        var sent = (await house.Registry.BodiesAsync(house.Orcid, "PUT")).ShouldHaveSingleItem();
        XNode.DeepEquals(XElement.Parse(preview.Xml), XElement.Parse(sent)).ShouldBeTrue(preview.Xml);
        preview.Xml.ShouldStartWith($"<work:work put-code=\"{preview.PutCode}\" xmlns:work=");
    }

    [Fact]
    public async Task A_new_abstract_is_a_difference_that_readers_do_not_count()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.SaveAsync(house.Draft(1, abstractText: "Now with an abstract"));
        await house.PlanAsync();

        var preview = await PreviewAsync(house);

        preview.Lines.ShouldContain(l => l.Field == FieldPaths.ShortDescription && l.Held == null);
        preview.Differs.ShouldBe(false);
    }

    [Fact]
    public async Task A_funding_and_an_employment_stand_there_as_sent()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var place = new Organization { Name = Post.OrganizationName!, SortName = "fictitious university", City = "Utopia", Country = "DE", Source = "hand", Tie = OrganizationTie.Ours };
        place.Identifiers.Add(new OrganizationIdentifier { Source = "ROR", Value = Ror });
        await house.Database.AddAsync(place);
        await house.SaveAsync(Draft(house, RecordKind.Funding, Grant), Draft(house, RecordKind.Employment, Post));
        await house.PushAsync();

        var (funding, employment) = (await PreviewAsync(house, RecordKind.Funding), await PreviewAsync(house, RecordKind.Employment));

        funding.State.ShouldBeOfType<ItemPreviewState.Held>();
        funding.Lines.ShouldAllBe(l => l.IsSame);
        funding.Lines.Select(l => (l.Field, l.Sent!.Text, l.Sent.Detail)).ShouldContain((FieldPaths.Amount, "1250000.5", "EUR"));
        funding.Xml.ShouldStartWith($"<funding:funding put-code=\"{funding.PutCode}\"");
        employment.State.ShouldBeOfType<ItemPreviewState.Held>();
        employment.Lines.ShouldAllBe(l => l.IsSame);
        employment.Lines.Select(l => l.Sent!.Text).ShouldContain("Fictitious University");
        employment.Xml.ShouldStartWith($"<employment:employment put-code=\"{employment.PutCode}\"");
    }

    [Fact]
    public async Task What_was_removed_there_is_not_there()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.RemoveWorkAsync(house.Orcid, (await house.ItemAsync()).PutCode!.Value);

        var preview = await PreviewAsync(house);

        preview.State.ShouldBeOfType<ItemPreviewState.NothingThere>();
        preview.Lines.ShouldAllBe(l => l.Held == null);
        preview.Differs.ShouldBe(true);
        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
    }

    [Fact]
    public async Task What_is_to_be_taken_away_has_only_the_side_of_ORCID_and_no_body()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.EndAsync((await house.ItemAsync()).RecordId);
        await house.PlanAsync();

        var preview = await PreviewAsync(house);

        preview.Desired.ShouldBe(Desired.Absent);
        preview.Lines.ShouldAllBe(l => l.Sent == null && l.Held != null);
        preview.ShouldSatisfyAllConditions(p => p.Lines.ShouldNotBeEmpty(), p => p.Xml.ShouldBe(""), p => p.Differs.ShouldBe(true));
    }

    [Fact]
    public async Task A_record_with_problems_is_shown_as_far_as_it_goes()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(Draft(house, RecordKind.Employment, new RecordFields { RoleTitle = "Professor" }));
        await house.PlanAsync();

        var preview = await PreviewAsync(house);

        preview.CanBeSent.ShouldBeFalse();
        preview.Lines.ShouldHaveSingleItem().Sent!.Text.ShouldBe("Professor");
    }

    [Fact]
    public async Task A_rejected_token_is_told_and_ends_the_connection()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.RevokeAsync(house.Orcid);

        var first = await PreviewAsync(house);
        var second = await PreviewAsync(house);

        first.State.ShouldBeOfType<ItemPreviewState.Unreadable>().Sentence.ShouldStartWith("ORCID no longer accepts the permission");
        first.ShouldSatisfyAllConditions(p => p.Differs.ShouldBeNull(), p => p.Lines.ShouldAllBe(l => l.Sent != null && l.Held == null), p => p.Xml.ShouldNotBeEmpty());
        second.State.ShouldBeOfType<ItemPreviewState.NotConnected>();
        (await house.Database.ReadAsync(db => db.Connections.AsNoTracking().SingleAsync(Cancellation))).State.ShouldBe(ConnectionState.TokenRejected);
    }

    [Fact]
    public async Task Somebody_who_connects_again_while_ORCID_answers_keeps_the_new_connection()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.RevokeAsync(house.Orcid);
        await house.Database.Transactions.RunAsync(async (db, ct) => (await db.Connections.SingleAsync(ct)).ConnectedAt = house.Clock.GetUtcNow().AddSeconds(1), Cancellation);

        var preview = await PreviewAsync(house);

        preview.State.ShouldBeOfType<ItemPreviewState.Unreadable>().Sentence.ShouldBe("The connection changed while ORCID was asked. Try again.");
        (await house.Database.ReadAsync(db => db.Connections.AsNoTracking().SingleAsync(Cancellation))).State.ShouldBe(ConnectionState.Connected);
    }

    [Theory]
    [InlineData(503, false, "ORCID is busy")]
    [InlineData(null, true, "ORCID does not answer")]
    public async Task A_registry_that_is_down_is_a_sentence_and_the_next_look_asks_again(int? status, bool cut, string sentence)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.FaultAsync(status is null ? new { method = "GET", cutBefore = cut } : new { method = "GET", status });

        var first = await PreviewAsync(house);
        var second = await PreviewAsync(house);

        first.State.ShouldBeOfType<ItemPreviewState.Unreadable>().Sentence.ShouldStartWith(sentence);
        second.State.ShouldBeOfType<ItemPreviewState.Held>();
    }

    [Fact]
    public async Task Without_a_connection_there_is_what_would_be_sent()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.DisconnectAsync();

        var preview = await PreviewAsync(house);

        preview.State.ShouldBeOfType<ItemPreviewState.NotConnected>();
        preview.Xml.ShouldContain("On engines, part 1");
    }

    [Fact]
    public async Task Another_iD_of_the_person_holds_nothing_of_what_stands_in_the_first()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        var another = await house.Registry.AddPersonAsync("Ada", "Lovelace");
        await house.Database.Transactions.RunAsync(async (db, ct) => db.Connections.Remove(await db.Connections.SingleAsync(ct)), Cancellation);
        await house.ConnectAsync(house.Ada, confirmed: true, another);

        var preview = await PreviewAsync(house);

        preview.State.ShouldBeOfType<ItemPreviewState.NothingThere>();
        preview.PutCode.ShouldBeNull();
    }

    [Fact]
    public async Task There_is_none_of_somebody_elses_record_and_no_token_in_any()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        var item = await house.ItemAsync();

        var none = await house.Services.GetRequiredService<ItemPreviews>().LoadAsync(Guid.CreateVersion7(), item.RecordId, Cancellation);
        var own = await PreviewAsync(house);

        none.ShouldBeNull();
        var token = (await house.Services.GetRequiredService<Tokens>().OpenAsync(house.Ada.Id, Cancellation))!.AccessToken;
        (JsonSerializer.Serialize(own) + JsonSerializer.Serialize<object>(own.State)).ShouldNotContain(token);
    }

    private static RecordDraft Draft(PushHouse house, RecordKind kind, RecordFields fields) => new(kind, "file:test", $"{kind}", fields, house.Ada.Id);

    private static async Task<ItemPreview> PreviewAsync(PushHouse house, RecordKind kind = default)
    {
        var items = await house.ItemsAsync();
        var item = items.Count == 1 ? items[0] : items.Single(i => i.Kind == kind);
        return (await house.Services.GetRequiredService<ItemPreviews>().LoadAsync(house.Ada.Id, item.RecordId, Cancellation)).ShouldNotBeNull();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
