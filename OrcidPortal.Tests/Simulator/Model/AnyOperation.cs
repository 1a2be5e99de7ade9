using CsCheck;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>Operations at random: few titles and few identifiers in several spellings, so that they meet often.</summary>
internal static class AnyOperation
{
    private static readonly Gen<string> Clients = Gen.OneOf(Client, OtherClient);
    private static readonly Gen<string> Visibility = Gen.OneOf("public", "limited", "private", "registered-only");
    private static readonly Gen<int> Place = Gen.Int[0, Operation.Nowhere];

    private static readonly Gen<ModelContent> Work = Contents(
        ("doi", "10.5555/A"), ("doi", "https://doi.org/10.5555/a"), ("doi", "doi:10.5555/A"), ("doi", "10.5555/b"), ("doi", "http://dx.doi.org/10.5555/B"), ("doi", "10.5555/c"), ("doi", "10.5555/d"),
        ("isbn", "978-0-14-103614-4"), ("isbn", "9780141036144"), ("isbn", "0-19-853453-1"), ("handle", "1/2"), ("handle", "1/3"), ("handle", "1/4"), ("source-work-id", "x-1"), ("source-work-id", "X-1"));

    private static readonly Gen<ModelContent> Funding = Contents(
        ("grant_number", "G-1"), ("grant_number", "g-1"), ("grant_number", "G-2"), ("proposal-id", "G-1"), ("proposal-id", "P-1"), ("proposal-id", "p-1"),
        ("doi", "10.5555/A"), ("doi", "https://doi.org/10.5555/a"), ("doi", "10.5555/b"), ("uri", "example.org/g"), ("uri", "http://example.org/g"), ("uri", "http://Example.org/G"));

    public static readonly Gen<Operation> OnFundings = Gen.Frequency<Operation>([.. Single(Funding)]);

    /// <summary>Works only can be sent many at a time.</summary>
    public static readonly Gen<Operation> OnWorks = Gen.Frequency<Operation>(
        [.. Single(Work), (4, Gen.Select(Clients, Work.Array[1, 6], (client, contents) => (Operation)new Operation.AddBulk(client, contents)))]);

    private static Gen<ModelContent> Contents(params (string Type, string Value)[] ids)
    {
        var id = Gen.Select(Gen.OneOf(ids), Gen.Frequency((6, Gen.Const("self")), (2, Gen.Const("version-of")), (1, Gen.Const("part-of"))), (i, relationship) => new ModelId(i.Type, i.Value, relationship));
        return Gen.Select(Gen.Frequency((9, Gen.OneOf("Alpha", "Beta", "Gamma")), (1, Gen.Const(""))), Gen.Frequency((14, id.Array[1, 3]), (1, id.Array[0])), (title, all) => new ModelContent(title, all));
    }

    private static (int, Gen<Operation>)[] Single(Gen<ModelContent> content) =>
    [
        (5, Gen.Select(Clients, content, (client, said) => (Operation)new Operation.Add(client, said))),
        (7, Gen.Select(Clients, Place, Gen.Frequency<ModelContent?>((2, content.Select(c => (ModelContent?)c)), (1, Gen.Const((ModelContent?)null))), Gen.Frequency<string?>((3, Gen.Const((string?)null)), (1, Visibility.Select(v => (string?)v))),
            (client, place, said, visibility) => (Operation)new Operation.Update(client, place, said, visibility))),
        (3, Gen.Select(Clients, Place, (client, place) => (Operation)new Operation.Remove(client, place))),
        (2, Gen.Select(content, Visibility, (said, visibility) => (Operation)new Operation.AddByHand(said, visibility))),
        (1, Place.Select(place => (Operation)new Operation.RemoveByHand(place))),
        (2, Gen.Select(Place, Visibility, (place, visibility) => (Operation)new Operation.Show(place, visibility))),
        (1, Visibility.Select(visibility => (Operation)new Operation.ShowNew(visibility))),
    ];
}
