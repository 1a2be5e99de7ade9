using System.Text.Json;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>A record at the simulator beside what it should hold: does each operation to both and compares.</summary>
internal sealed class ModelledRecord(SimulatorServer server, ModelKind kind, string orcid, IReadOnlyDictionary<string, string> tokens, HashSet<string> given)
{
    private readonly RegistryModel model = new(kind, given);
    private DateTimeOffset changed = server.Time.GetUtcNow();

    public static async Task<ModelledRecord> MakeAsync(SimulatorServer server, ModelKind kind, HashSet<string> given)
    {
        var orcid = (await server.ControlAsync("POST", "people", new { givenNames = "Ran", familyName = "Dom" })).GetProperty("orcid").GetString()!;
        return new(server, kind, orcid, new Dictionary<string, string> { [Client] = await server.TokenAsync(orcid), [OtherClient] = await server.TokenAsync(orcid, clientId: OtherClient) }, given);
    }

    public async Task DoAsync(Operation operation)
    {
        server.Time.Advance(TimeSpan.FromSeconds(1));
        switch (operation)
        {
            case Operation.Add add: await AddAsync(add); break;
            case Operation.AddBulk bulk: await AddBulkAsync(bulk); break;
            case Operation.Update update: await UpdateAsync(update); break;
            case Operation.Remove remove: await RemoveAsync(remove); break;
            case Operation.AddByHand { Content.Title.Length: > 0 } add:
                var added = await AddByHandAsync(add);
                model.Take(added.GetProperty("putCode").GetRawText(), RegistryModel.Person, add.Visibility, add.Content);
                changed = server.Time.GetUtcNow();
                break;
            case Operation.RemoveByHand remove when Find(remove.Place) is { } item:
                await server.ControlAsync("DELETE", $"records/{orcid}/items/{kind.Name}/{item.PutCode}");
                model.Items.Remove(item);
                changed = server.Time.GetUtcNow();
                break;
            case Operation.Show show when Find(show.Place) is { } item:
                await server.ControlAsync("PATCH", $"records/{orcid}/items/{kind.Name}/{item.PutCode}", new { visibility = show.Visibility });
                model.Items[model.Items.IndexOf(item)] = item with { Visibility = show.Visibility };
                changed = server.Time.GetUtcNow();
                break;
            case Operation.ShowNew show:
                await server.ControlAsync("PATCH", $"people/{orcid}", new { defaultVisibility = show.Visibility });
                model.DefaultVisibility = show.Visibility;
                changed = server.Time.GetUtcNow();
                break;
        }
    }

    /// <summary>Looks at the record from every side.</summary>
    public async Task CompareAsync()
    {
        var record = await server.RecordAsync(orcid);
        ItemsOf(record).Select(i => $"{i.GetProperty("putCode")} {SourceOf(i)} {i.GetProperty("visibility").GetString()} {i.GetProperty("title").GetString()}").Order(StringComparer.Ordinal)
            .ShouldBe(model.Items.Select(i => $"{i.PutCode} {i.Source} {i.Visibility} {i.Content.Title}").Order(StringComparer.Ordinal));
        record.GetProperty("inbox").EnumerateArray().Select(n => $"{n.GetProperty("action").GetString()} {string.Join(' ', n.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("putCode").GetRawText()))}")
            .ShouldBe(model.Notices.Select(n => $"{n.Action} {string.Join(' ', n.PutCodes)}"));
        record.GetProperty("notices").GetInt32().ShouldBe(model.Notices.Count);
        record.GetProperty("lastModified").GetDateTimeOffset().ShouldBe(changed);
        await CompareGroupsAsync("v3.0", tokens[Client], model.SeenBy(Client, isTrusted: true));
        await CompareGroupsAsync("v3.0", tokens[OtherClient], model.SeenBy(OtherClient, isTrusted: true));
        await CompareGroupsAsync("v3.0", await server.TokenAsync(null, "/read-public"), model.SeenBy(Client, isTrusted: false));
        await CompareGroupsAsync("pub/v3.0", null, model.SeenBy(null, isTrusted: false));
    }

    private async Task CompareGroupsAsync(string api, string? token, IEnumerable<ModelItem> seen)
    {
        var expected = RegistryModel.Groups(seen).ToList();
        var xml = (await server.SendAsync("GET", $"{api}/{orcid}/{kind.Name}s", token)).Xml;
        xml.Elements().Where(e => e.Name.LocalName == "group").Select(g => string.Join(' ', g.Elements().Select(e => e.Attribute("put-code")?.Value).OfType<string>().Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal).ShouldBe(expected);
        var json = (await server.SendAsync("GET", $"{api}/{orcid}/{kind.Name}s", token, accept: SimulatorServer.Json)).Json;
        json.GetProperty("group").EnumerateArray().Select(g => string.Join(' ', g.GetProperty($"{kind.Name}-summary").EnumerateArray().Select(w => w.GetProperty("put-code").GetRawText()).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    private async Task<JsonElement> AddByHandAsync(Operation.AddByHand add)
    {
        if (kind == ModelKind.Work)
        {
            return await server.ControlAsync("POST", $"records/{orcid}/works", new
            {
                title = add.Content.Title, type = "book", visibility = add.Visibility, externalIds = add.Content.Ids.Select(i => new { type = i.Type, value = i.Value, relationship = i.Relationship }),
            });
        }
        var answer = await server.SendAsync("POST", $"_control/records/{orcid}/items/{kind.Name}?visibility={add.Visibility}", body: ModelBodies.Of(kind, add.Content));
        answer.Status.ShouldBe(201, answer.Body);
        return answer.Json;
    }

    private async Task AddAsync(Operation.Add add)
    {
        var answer = await server.SendAsync("POST", $"v3.0/{orcid}/{kind.Name}", tokens[add.Source], ModelBodies.Of(kind, add.Content));
        (answer.Status, answer.Code).ShouldBe(model.JudgeNew(add.Content, add.Source), answer.Body);
        if (answer.Status != 201) return;
        model.Take(answer.PutCode!, add.Source, model.DefaultVisibility, add.Content);
        Note("create", answer.PutCode!);
    }

    private async Task AddBulkAsync(Operation.AddBulk bulk)
    {
        var answer = await server.SendAsync("POST", $"v3.0/{orcid}/works", tokens[bulk.Source], ModelBodies.Bulk(bulk.Contents));
        answer.Status.ShouldBe(200, answer.Body);
        var places = answer.Xml.Elements().ToList();
        places.Count.ShouldBe(bulk.Contents.Length);
        List<string> added = [];
        foreach (var (place, content) in places.Zip(bulk.Contents))
        {
            var code = model.Judge(content, bulk.Source);
            (place.Elements().FirstOrDefault(e => e.Name.LocalName == "error-code") is { } found ? (int)found : 0).ShouldBe(code, place.ToString());
            if (code != 0) continue;
            added.Add(place.Attribute("put-code")!.Value);
            model.Take(added[^1], bulk.Source, model.DefaultVisibility, content);
        }
        if (added.Count > 0) Note("create", [.. added]);
    }

    private async Task UpdateAsync(Operation.Update update)
    {
        var item = Find(update.Place);
        var content = update.Content ?? item?.Content ?? new("Nothing", [new("doi", "10.5555/z", "self")]);
        var putCode = item?.PutCode ?? "1";
        var answer = await server.SendAsync("PUT", $"v3.0/{orcid}/{kind.Name}/{putCode}", tokens[update.Source], ModelBodies.Of(kind, content, putCode, update.Visibility));
        (answer.Status, answer.Code).ShouldBe(model.JudgeUpdate(item, update.Source, content, update.Visibility), answer.Body);
        if (answer.Status != 200 || item!.Content.Says(content)) return;
        model.Items[model.Items.IndexOf(item)] = item with { Content = content };
        Note("update", item.PutCode);
    }

    private async Task RemoveAsync(Operation.Remove remove)
    {
        var item = Find(remove.Place);
        var answer = await server.SendAsync("DELETE", $"v3.0/{orcid}/{kind.Name}/{item?.PutCode ?? "1"}", tokens[remove.Source]);
        (answer.Status, answer.Code).ShouldBe(RegistryModel.JudgeRemoval(item, remove.Source), answer.Body);
        if (answer.Status != 204) return;
        model.Items.Remove(item!);
        Note("delete", item!.PutCode);
    }

    private void Note(string action, params string[] putCodes)
    {
        model.Notices.Add((action, putCodes));
        changed = server.Time.GetUtcNow();
    }

    /// <summary>Places count round and round, so that most operations meet an item.</summary>
    private ModelItem? Find(int place) => place == Operation.Nowhere || model.Items.Count == 0 ? null : model.Items[place % model.Items.Count];

    /// <summary>Items other than works stand together.</summary>
    private IEnumerable<JsonElement> ItemsOf(JsonElement record) => kind == ModelKind.Work
        ? record.GetProperty("works").EnumerateArray()
        : record.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("section").GetString() == kind.Name);

    private string? SourceOf(JsonElement item) =>
        item.GetProperty("sourceOrcid").GetString() is not { } person ? item.GetProperty("sourceClientId").GetString() : person == orcid ? RegistryModel.Person : person;
}
