using CsCheck;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>Operations at random: few titles and few identifiers in several spellings, so that they meet often.</summary>
internal static class AnyOperation
{
    private static readonly Gen<string> Clients = Gen.OneOf(Client, OtherClient);
    private static readonly Gen<string> Visibility = Gen.OneOf("public", "limited", "private", "registered-only");
    private static readonly Gen<int> Place = Gen.Int[0, 20];

    private static readonly Gen<ModelId> Id = Gen.Select(
        Gen.OneOf(
            ("doi", "10.5555/A"), ("doi", "https://doi.org/10.5555/a"), ("doi", "doi:10.5555/A"), ("doi", "10.5555/b"), ("doi", "http://dx.doi.org/10.5555/B"), ("doi", "10.5555/c"), ("doi", "10.5555/d"),
            ("isbn", "978-0-14-103614-4"), ("isbn", "9780141036144"), ("isbn", "0-19-853453-1"), ("handle", "1/2"), ("handle", "1/3"), ("handle", "1/4"), ("source-work-id", "x-1"), ("source-work-id", "X-1")),
        Gen.Frequency((6, Gen.Const("self")), (2, Gen.Const("version-of")), (1, Gen.Const("part-of"))),
        (id, relationship) => new ModelId(id.Item1, id.Item2, relationship));

    private static readonly Gen<ModelContent> Content = Gen.Select(Gen.Frequency((9, Gen.OneOf("Alpha", "Beta", "Gamma")), (1, Gen.Const(""))), Id.Array[0, 3], (title, ids) => new ModelContent(title, ids));

    public static readonly Gen<Operation> One = Gen.Frequency<Operation>(
        (5, Gen.Select(Clients, Content, (client, content) => (Operation)new Operation.Add(client, content))),
        (4, Gen.Select(Clients, Content.Array[1, 6], (client, contents) => (Operation)new Operation.AddBulk(client, contents))),
        (5, Gen.Select(Clients, Place, Gen.Frequency<ModelContent?>((2, Content.Select(c => (ModelContent?)c)), (1, Gen.Const((ModelContent?)null))), Gen.Frequency<string?>((3, Gen.Const((string?)null)), (1, Visibility.Select(v => (string?)v))),
            (client, place, content, visibility) => (Operation)new Operation.Update(client, place, content, visibility))),
        (3, Gen.Select(Clients, Place, (client, place) => (Operation)new Operation.Remove(client, place))),
        (2, Gen.Select(Content, Visibility, (content, visibility) => (Operation)new Operation.AddByHand(content, visibility))),
        (1, Place.Select(place => (Operation)new Operation.RemoveByHand(place))),
        (2, Gen.Select(Place, Visibility, (place, visibility) => (Operation)new Operation.Show(place, visibility))),
        (1, Visibility.Select(visibility => (Operation)new Operation.ShowNew(visibility))));
}
