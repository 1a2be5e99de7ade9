namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>A client asks in somebody's inbox to be let in, sees its own requests only, and takes them back until they are read.</summary>
public sealed class PermissionRequestsTests
{
    private const string Path = $"v3.0/{SimulatorServer.Laure}/notification-permission";

    [Fact]
    public async Task ORCIDs_own_sample_is_kept_and_comes_back_in_both_languages()
    {
        var sample = System.Xml.Linq.XElement.Parse(OrcidSchemas.Sample("../../notification_3.0/samples/notification-permission-3.0.xml"));
        sample.Attribute("put-code")!.Remove();
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(null, "/premium-notification");

        var added = await server.SendAsync("POST", Path, token, sample.ToString());

        (added.Status, added.Location).ShouldBe((201, $"{server.Http.BaseAddress}{Path}/{added.PutCode}"));
        var xml = await server.SendAsync("GET", $"{Path}/{added.PutCode}", token);
        Text(xml.Xml, "item-name").ShouldBe(Text(sample, "item-name"));
        Text(xml.Xml, "source-name").ShouldBe(["OrcidPortal demo"]);
        var json = await server.SendAsync("GET", $"{Path}/{added.PutCode}", token, accept: SimulatorServer.Json);
        json.Json.GetProperty("items").GetProperty("item")[0].GetProperty("item-type").GetString().ShouldBe("work");
        json.Json.GetProperty("put-code").GetRawText().ShouldBe(added.PutCode);
        (await server.SendAsync("GET", Path, token)).Xml.Elements().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Another_client_sees_none_of_them()
    {
        await using var server = await SimulatorServer.StartAsync();
        var (own, other) = (await server.TokenAsync(null, "/premium-notification"), await server.TokenAsync(null, "/premium-notification", SimulatorServer.OtherClient));
        var id = (await server.SendAsync("POST", Path, own, Request)).PutCode;

        var (list, one, archive) = (await server.SendAsync("GET", Path, other), await server.SendAsync("GET", $"{Path}/{id}", other), await server.SendAsync("DELETE", $"{Path}/{id}", other));

        list.Xml.Elements().ShouldBeEmpty();
        (one.Code, archive.Code).ShouldBe((9029, 9029));
    }

    [Fact]
    public async Task A_request_is_taken_back_once_and_keeps_that_date()
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(null, "/premium-notification");
        var id = (await server.SendAsync("POST", Path, token, Request)).PutCode;

        var first = await server.SendAsync("DELETE", $"{Path}/{id}", token);
        server.Time.Advance(TimeSpan.FromHours(1));
        var second = await server.SendAsync("DELETE", $"{Path}/{id}", token);

        (first.Status, second.Status).ShouldBe((200, 200));
        Text(second.Xml, "archived-date").ShouldBe(Text(first.Xml, "archived-date"));
    }

    private const string Request = """
        <notification:notification xmlns:common="http://www.orcid.org/ns/common" xmlns:notification="http://www.orcid.org/ns/notification"><notification:notification-type>permission</notification:notification-type><notification:authorization-url><notification:path>/oauth/authorize</notification:path></notification:authorization-url><notification:notification-subject>S</notification:notification-subject><notification:notification-intro>I</notification:notification-intro><notification:items><notification:item><notification:item-type>work</notification:item-type><notification:item-name>N</notification:item-name></notification:item></notification:items></notification:notification>
        """;

    private static List<string> Text(System.Xml.Linq.XElement message, string name) => [.. message.Descendants().Where(e => e.Name.LocalName == name).Select(e => e.Value)];
}
