using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>The life of an item of each kind, works apart, in both languages.</summary>
public sealed class ItemWritesTests
{
    private const string Scope = AllScopes + " /person/update";

    public static TheoryData<string, bool> Kinds
    {
        get
        {
            TheoryData<string, bool> rows = [];
            foreach (var kind in (string[])["funding", .. ItemBodies.Affiliations, .. ItemBodies.Personal.Keys])
            foreach (var isJson in (bool[])[false, true])
                rows.Add(kind, isJson);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_sound_item_is_added_read_sent_again_changed_and_removed(string kind, bool isJson)
    {
        await using var server = await StartAsync();
        var (token, path, type) = (await server.TokenAsync(Laure, Scope), $"v3.0/{Laure}/{ItemBodies.PathOf(kind)}", ItemBodies.TypeOf(isJson));
        var sound = ItemBodies.Sound(kind, isJson);

        var added = await server.SendAsync("POST", path, token, sound, type, type);
        var read = await server.SendAsync("GET", $"{path}/{added.PutCode}", token, accept: type);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var again = await server.SendAsync("PUT", $"{path}/{added.PutCode}", token, sound.WithPutCode(added.PutCode!), type, type);
        var changed = await server.SendAsync("PUT", $"{path}/{added.PutCode}", token, Changed(kind, sound).WithPutCode(added.PutCode!), type, type);
        var kept = await server.SendAsync("GET", $"{path}/{added.PutCode}", token, accept: type);
        var removed = await server.SendAsync("DELETE", $"{path}/{added.PutCode}", token, accept: type);
        var gone = await server.SendAsync("GET", $"{path}/{added.PutCode}", token, accept: type);

        (added.Status, added.Body, added.Location).ShouldBe((201, "", $"{server.Http.BaseAddress}{path}/{added.PutCode}"));
        (read.Status, read.Type).ShouldBe((200, type));
        (again.Status, again.Body).ShouldBe((200, read.Body));
        (changed.Status, changed.Body).ShouldBe((200, kept.Body));
        changed.Body.ShouldNotBe(read.Body);
        (removed.Status, removed.Body).ShouldBe((204, ""));
        (gone.Status, gone.Code).ShouldBe((404, 9016));
        await ShouldHaveNoticesAsync(server, kind, added.PutCode!, "create", "update", "delete");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_update_says_the_put_code_of_its_address_and_leaves_the_visibility(string kind, bool isJson)
    {
        await using var server = await StartAsync();
        var (token, path, type) = (await server.TokenAsync(Laure, Scope), $"v3.0/{Laure}/{ItemBodies.PathOf(kind)}", ItemBodies.TypeOf(isJson));
        var sound = ItemBodies.Sound(kind, isJson);
        var putCode = (await server.SendAsync("POST", path, token, sound, type)).PutCode!;

        var without = await server.SendAsync("PUT", $"{path}/{putCode}", token, sound, type);
        var other = await server.SendAsync("PUT", $"{path}/{putCode}", token, sound.WithPutCode("1"), type);
        var hidden = await server.SendAsync("PUT", $"{path}/{putCode}", token, sound.WithPutCode(putCode).WithVisibility("private"), type);
        var same = await server.SendAsync("PUT", $"{path}/{putCode}", token, sound.WithPutCode(putCode).WithVisibility("public"), type);

        (without.Status, without.Code).ShouldBe(ItemBodies.Personal.ContainsKey(kind) ? (409, 9031) : (400, 9019));
        (other.Status, other.Code).ShouldBe((400, 9019));
        (hidden.Status, hidden.Code).ShouldBe((403, 9035));
        same.Status.ShouldBe(200);
        await ShouldHaveNoticesAsync(server, kind, putCode, "create");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Only_its_source_changes_and_removes_an_item(string kind, bool isJson)
    {
        await using var server = await StartAsync();
        var (token, path, type) = (await server.TokenAsync(Laure, Scope), $"v3.0/{Laure}/{ItemBodies.PathOf(kind)}", ItemBodies.TypeOf(isJson));
        var sound = ItemBodies.Sound(kind, isJson);
        var putCode = (await server.SendAsync("POST", path, await server.TokenAsync(Laure, Scope, OtherClient), sound, type)).PutCode!;

        var same = await server.SendAsync("PUT", $"{path}/{putCode}", token, sound.WithPutCode(putCode), type);
        var changed = await server.SendAsync("PUT", $"{path}/{putCode}", token, Changed(kind, sound).WithPutCode(putCode), type);
        var removed = await server.SendAsync("DELETE", $"{path}/{putCode}", token);

        foreach (var answer in (Received[])[same, changed, removed]) (answer.Status, answer.Code).ShouldBe((403, 9010));
        await ShouldHaveNoticesAsync(server, kind, putCode, "create");
    }

    private static string Changed(string kind, string sound) => kind switch
    {
        "funding" => sound.But("A grant", "Another grant"),
        "other-name" or "keyword" => sound.But("J. Carberry", "Josiah"),
        "address" => sound.But("US", "GB"),
        "researcher-url" => sound.But("Home", "Lab"),
        "external-identifier" => sound.But("Scopus Author ID", "Scopus"),
        _ => sound.But("Professor", "Reader"),
    };

    private static async Task ShouldHaveNoticesAsync(SimulatorServer server, string kind, string putCode, params string[] actions)
    {
        var record = await server.RecordAsync(Laure);
        record.GetProperty("notices").GetInt32().ShouldBe(actions.Length);
        record.GetProperty("inbox").EnumerateArray().Select(n => $"{n.GetProperty("action")} {n.GetProperty("section")} {n.GetProperty("items")[0].GetProperty("putCode")}")
            .ShouldBe(actions.Select(a => $"{a} {kind} {putCode}"));
    }
}
