using OrcidPortal.Connect;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push.Reconciling;
using OrcidPortal.Remote;

namespace OrcidPortal.Tests.Push.Reconciling;

public sealed class FindingsTests
{
    private const string Client = "APP-1";
    private static readonly DateTimeOffset Sent = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly WorkMessage Engines = Work("On engines", "10.5555/1");

    [Fact]
    public void What_stands_where_we_believe_it_is_no_difference() =>
        Find([At(7, Engines)], Item(7, Engines)).ShouldBeEmpty();

    [Fact]
    public void What_changed_after_it_was_sent_is_read_whole()
    {
        var item = Item(7, Engines);
        var findings = new Findings(Look([At(7, Engines, Sent.AddDays(1))]), new Belief([item], [Copy(item)], []));

        findings.ToRead.ShouldBe([("work", 7)]);
        findings.With(new Dictionary<(string, long), string>()).ShouldBeEmpty();
        findings.With(new Dictionary<(string, long), string> { [("work", 7)] = item.SentFingerprint }).ShouldBeEmpty();
        var finding = findings.With(new Dictionary<(string, long), string> { [("work", 7)] = "other" }).ShouldHaveSingleItem();
        (finding.Kind, finding.PutCode, finding.There, finding.Sends).ShouldBe((DifferenceKind.OtherContent, 7, 7, SyncOperation.Update));
    }

    [Fact]
    public void What_was_never_looked_at_is_no_belief() =>
        Find([At(7, Engines, Sent.AddDays(1))], Item(7, Engines, i => i.SentFingerprint = "")).ShouldBeEmpty();

    [Fact]
    public void What_is_no_longer_there_was_removed_and_is_not_sent_again() =>
        Find([], Item(7, Engines)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(DifferenceKind.Removed), f => f.Title.ShouldBe("Copy 7"), f => f.Sends.ShouldBeNull());

    [Fact]
    public void What_is_there_under_another_put_code_is_recognised_by_its_own_identifier() =>
        Find([At(9, Engines)], Item(7, Engines)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(DifferenceKind.OtherPutCode), f => (f.PutCode, f.There).ShouldBe((7, 9)));

    [Fact]
    public void What_we_do_not_know_of_is_of_an_item_or_of_no_record()
    {
        var found = Find([At(8, Work("On others", "10.5555/2")), At(9, Engines)], Item(null, Engines));

        found.Select(f => (f.Kind, f.There, f.Item is null)).ShouldBe([(DifferenceKind.PutCodeUnknown, 9, false), (DifferenceKind.NoRecord, 8, true)]);
    }

    [Fact]
    public void What_is_known_to_be_of_no_record_is_no_difference() =>
        Find([At(8, Engines)], [], [new RemoteCopy { Environment = "Simulator", ClientId = Client, Orcid = Id.Value, Section = "work", PutCode = 8 }], []).ShouldBeEmpty();

    [Fact]
    public void What_two_items_could_be_is_left_to_people() =>
        Find([At(9, Engines)], Item(null, Engines), Item(null, Engines)).ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.NoRecord);

    [Fact]
    public void A_put_code_of_another_record_is_let_go_and_the_item_goes_again()
    {
        var item = Item(7, Engines);

        Find([], [item], [], []).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(DifferenceKind.NeverThere), f => f.Sends.ShouldBe(SyncOperation.Add));
        Find([At(9, Engines)], [item], [], []).ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.PutCodeUnknown);
    }

    [Fact]
    public void What_stands_as_being_sent_without_a_call_is_stuck_wherever_it_stands()
    {
        var item = Item(null, Engines, i => i.BatchId = Guid.CreateVersion7());

        Find([], item).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(DifferenceKind.Stuck), f => f.Sends.ShouldBe(SyncOperation.Add));
        Find([At(9, Engines)], item).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(DifferenceKind.Stuck), f => f.There.ShouldBe(9));
        Find([At(7, Engines)], Item(7, Engines, i => i.BatchId = Guid.CreateVersion7())).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(DifferenceKind.Stuck), f => f.There.ShouldBe(7));
    }

    [Fact]
    public void What_an_open_call_concerns_is_that_calls()
    {
        var item = Item(null, Engines);
        var batch = new Batch { LeaseKey = "", Orcid = "", Section = "work", StartedBy = "" };
        batch.Items.Add(new BatchItem { SyncItemId = item.Id, Fingerprint = "", SelfKeys = item.SelfKeys });
        item.BatchId = batch.Id;

        Find([At(9, Engines)], [item], [], [batch]).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_list_shows_whole_is_compared_from_the_list()
    {
        var name = Item(7, new OtherNameMessage { Content = "A. Lovelace" }, kind: RecordKind.OtherName);

        Find([At(7, new OtherNameMessage { Content = "A. Lovelace" }, Sent.AddDays(1))], name).ShouldBeEmpty();
        Find([At(7, new OtherNameMessage { Content = "Ada King" }, Sent.AddDays(-1))], name).ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.OtherContent);
    }

    [Fact]
    public void What_is_not_wanted_is_not_sent_and_what_is_to_go_is_removed()
    {
        SyncOperation? Sends(Action<SyncItem> change) =>
            new Findings(Look([At(9, Engines)]), new Belief([Item(null, Engines, change)], [], [])).With(new Dictionary<(string, long), string> { [("work", 9)] = "other" }).ShouldHaveSingleItem().Sends;

        Sends(_ => { }).ShouldBe(SyncOperation.Update);
        Sends(i => i.Desired = Desired.Leave).ShouldBeNull();
        Sends(i => i.ExcludedAt = Sent).ShouldBeNull();
        Sends(i => i.DesiredFingerprint = "").ShouldBeNull();
        Sends(i => i.DesiredFingerprint = "other").ShouldBeNull();
        Sends(i => i.Desired = Desired.Absent).ShouldBe(SyncOperation.Remove);
    }

    private static OrcidId Id { get; } = OrcidId.TryParse("0000-0002-1825-0097", out var id) ? id : throw new InvalidOperationException();

    private static IReadOnlyList<Finding> Find(IReadOnlyList<StoredItem> there, params SyncItem[] items) => Find(there, items, [.. items.Where(i => i.PutCode is not null).Select(Copy)], []);

    private static IReadOnlyList<Finding> Find(IReadOnlyList<StoredItem> there, IReadOnlyList<SyncItem> items, IReadOnlyList<RemoteCopy> copies, IReadOnlyList<Batch> open) =>
        new Findings(Look(there), new Belief(items, copies, open)).With(new Dictionary<(string, long), string>());

    private static RecordLook Look(IReadOnlyList<StoredItem> there) =>
        new(new ConnectionAccess(Guid.Empty, Id, "", "Simulator", Client, ""), Sent, new(new OrcidResult.Ok(), new StoredRecord(null, null, null, null, there), TimeSpan.Zero));

    private static StoredItem At(long putCode, OrcidMessage message, DateTimeOffset? modified = null) =>
        new(new PutCode(putCode), message, Client, null, null, "public", modified ?? Sent.AddSeconds(-1));

    private static WorkMessage Work(string title, string doi) => new() { Title = title, Type = "journal-article", ExternalIds = [new ExternalId("doi", doi, Relationship.Self, null)] };

    private static SyncItem Item(long? putCode, OrcidMessage message, Action<SyncItem>? change = null, RecordKind kind = RecordKind.Work)
    {
        var item = new SyncItem
        {
            Kind = kind, PutCode = putCode, Desired = Desired.Present, SelfKeys = [.. SelfKeys.Of(message)], DesiredFingerprint = Fingerprints.Of(message), SentFingerprint = putCode is null ? "" : Fingerprints.Of(message), SentAt = Sent,
        };
        change?.Invoke(item);
        return item;
    }

    private static RemoteCopy Copy(SyncItem item) => new()
    {
        Environment = "Simulator", ClientId = Client, Orcid = Id.Value, Section = KindSections.NameOf(item.Kind), PutCode = item.PutCode!.Value, SyncItemId = item.Id, SelfKeys = item.SelfKeys, Title = $"Copy {item.PutCode}",
    };
}
