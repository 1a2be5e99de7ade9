using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>Every error of ORCID that a client can meet here, by a request that provokes it, with the whole answer in both languages.</summary>
public sealed class ErrorTableTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Dictionary<string, ErrorRow> Rows = new[] { MessageErrors.All, RecordErrors.All, ItemErrors.All, RegistryErrors.All }.SelectMany(r => r).ToDictionary(r => r.ToString());

    private static readonly Dictionary<int, string> CannotOccur = new()
    {
        [9000] = "no exception of the registry stands for it",
        [9002] = "never thrown: a wrong token is refused by the authorization server with invalid_token",
        [9003] = "no exception of the registry stands for it",
        [9004] = "never thrown: a missing scope is 9038",
        [9005] = "never thrown: a missing scope is 9038",
        [9015] = "never thrown: a wrong scope is refused by the authorization server with invalid_scope",
        [9025] = "groups of peer reviews are not kept",
        [9026] = "groups of peer reviews are not kept",
        [9033] = "never thrown: an item that is not there is 9016",
        [9040] = "groups of peer reviews are not kept",
        [9052] = "acting on behalf of another client, and version 2, are not offered",
        [9053] = "groups of peer reviews are not kept",
        [9059] = "no exception of the registry stands for it: release candidates are 9056",
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_request_is_refused_with_the_whole_body(string name)
    {
        var row = Rows[name];
        await using var server = await StartAsync(settings: row.Settings);
        var token = await server.TokenAsync(Laure, ErrorRow.Scope);
        var own = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode!;
        var foreign = (await server.SendAsync("POST", $"v3.0/{Laure}/work", await server.TokenAsync(Laure, clientId: OtherClient), WorkBodies.Work("Theirs", "10.5555/theirs"))).PutCode!;
        var made = await row.Prepare(server);
        var carried = row.Token is null ? token : await row.Token(server, made);

        var xml = await server.SendAsync(row.Method, Filled(row.Path)!, carried, Filled(row.Body), row.ContentType, Xml);
        var json = await server.SendAsync(row.Method, Filled(row.Path)!, carried, Filled(row.Body), row.ContentType, Json);

        (xml.Status, xml.Type, xml.Location).ShouldBe((row.IsInBulk ? 200 : row.Status, Xml, Filled(row.Location)), xml.Body);
        (json.Status, json.Type, json.Location).ShouldBe((row.IsInBulk ? 200 : row.Status, Json, Filled(row.Location)), json.Body);
        (row.IsInBulk ? FirstPlace(xml.Xml) : xml.Body).ShouldBe((row.IsInBulk ? "" : "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") + Filled(row.AsXml));
        (row.IsInBulk ? json.Json.GetProperty("bulk")[0].GetProperty("error").GetRawText() : Compact(row, json.Body)).ShouldBe(Filled(row.AsJson));

        string? Filled(string? text) => text?.Replace("{own}", own, StringComparison.Ordinal).Replace("{foreign}", foreign, StringComparison.Ordinal)
            .Replace("{made}", made, StringComparison.Ordinal).Replace("{base}", server.Http.BaseAddress!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_language_is_left_the_refusal_is_in_xml()
    {
        await using var server = await StartAsync();
        var expected = new ErrorRow(9001, "", "", "", Rows["9001 no such address"].Developer.Replace("404 Not Found", "406 Not Acceptable", StringComparison.Ordinal), Rows["9001 no such address"].User) { Status = 406 };

        var answer = await server.SendAsync("GET", $"v3.0/{Laure}/works", await server.TokenAsync(Laure), accept: "image/png");

        (answer.Status, answer.Type).ShouldBe((406, Xml));
        answer.Body.ShouldEndWith(expected.AsXml);
    }

    [Fact]
    public void Every_code_of_the_registry_has_a_row_or_a_reason_to_have_none()
    {
        var inTable = Rows.Values.Select(r => r.Code).ToHashSet();

        var all = OrcidErrorCodes.All.Select(e => e.Code).ToList();

        all.Except(inTable).ShouldBe(CannotOccur.Keys, ignoreOrder: true);
    }

    [Fact]
    public void The_texts_of_the_table_are_the_registrys()
    {
        var texts = OrcidErrorCodes.All.ToDictionary(e => e.Code);

        foreach (var row in Rows.Values)
        {
            var known = texts[row.Code];
            row.User.ShouldMatch($"^{Form(known.UserMessage!)}$");
            if (known.DeveloperMessage is { } developer) row.Developer.ShouldMatch($"^{Form(developer)}( Full validation error: .+)?$");
            if (row.Code is not (9001 or 9007)) row.Status.ShouldBe(known.Http!.Value, row.ToString());
        }

        static string Form(string text) => Regex.Replace(Regex.Escape(text), @"\\\$\\\{[A-Za-z_]+}|V\\\{0}", ".+");
    }

    /// <summary>An error in a bulk by itself.</summary>
    private static string FirstPlace(XElement bulk) => bulk.Elements().First().ToString(SaveOptions.DisableFormatting);

    /// <summary>The public API writes for people to read.</summary>
    private static string Compact(ErrorRow row, string body) => row.Path.StartsWith("pub/", StringComparison.Ordinal) ? JsonNode.Parse(body)!.ToJsonString(Relaxed) : body;
}
