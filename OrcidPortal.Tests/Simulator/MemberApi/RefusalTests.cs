using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>One row for each code that a single request can meet.</summary>
public sealed class RefusalTests
{
    private const string Own = "{own}";
    private const string Foreign = "{foreign}";

    public static TheoryData<string, string, string, string?, string, int, int, string> Rows => new()
    {
        { "XML not well formed", "POST", "work", "<work:work", Xml, 400, 9001, "Full validation error" },
        { "empty body", "POST", "work", "", Xml, 400, 9001, "Full validation error" },
        { "a DTD", "POST", "work", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", Xml, 400, 9001, "DTD" },
        { "JSON not well formed", "POST", "work", "{\"title\":", Json, 400, 9001, "Full validation error" },
        { "JSON that is no object", "POST", "work", "[1]", Json, 400, 9001, "not a JSON object" },
        { "unknown path", "GET", "hobbies", null, Xml, 404, 9001, "404" },
        { "wrong method", "DELETE", "works", null, Xml, 405, 9001, "405" },
        { "GET where only POST is", "GET", "work", null, Xml, 405, 9001, "405" },
        { "wrong content type", "POST", "work", "x", "text/plain", 415, 9001, "415" },
        { "bulk sent to one", "POST", "work", WorkBodies.Bulk(WorkBodies.Work()), Xml, 400, 9006, "argument type mismatch" },
        { "one sent to bulk", "POST", "works", WorkBodies.Work(), Xml, 400, 9006, "argument type mismatch" },
        { "JSON bulk sent to one", "POST", "work", "{\"bulk\":[]}", Json, 400, 9006, "argument type mismatch" },
        { "put-code list with a word", "GET", "works/1,x", null, Xml, 400, 9006, "x" },
        { "against the schema", "POST", "work", WorkBodies.Inner($"<work:type>book</work:type>{WorkBodies.SelfId}"), Xml, 400, 9012, "Full validation error" },
        { "title longer than the schema allows", "POST", "work", WorkBodies.Work(new string('x', 1001)), Xml, 400, 9012, "Full validation error" },
        { "year before the schema's first", "POST", "work", WorkBodies.Inner($"<work:title><common:title>T</common:title></work:title><work:type>book</work:type><common:publication-date><common:year>1850</common:year></common:publication-date>{WorkBodies.SelfId}"), Xml, 400, 9012, "1850" },
        { "unknown JSON property", "POST", "work", WorkBodies.Json(more: ",\"colour\":\"red\""), Json, 400, 9047, "colour" },
        { "JSON without a title", "POST", "work", "{\"type\":\"book\"}", Json, 400, 9047, "invalid JSON" },
        { "unknown word in JSON", "POST", "work", WorkBodies.Json(more: ",\"visibility\":\"shown\""), Json, 400, 9051, "'shown' for enum 'org.orcid.jaxb.model.common.Visibility'" },
        { "put-code on a new work", "POST", "work", WorkBodies.Work(putCode: "5"), Xml, 400, 9024, "Put-code is included when not expected" },
        { "put-codes differ", "PUT", "work/" + Own, WorkBodies.Work(putCode: "5"), Xml, 400, 9019, "the one in the body was 5" },
        { "put-code missing in the body", "PUT", "work/" + Own, WorkBodies.Work(), Xml, 400, 9019, "the one in the body was null" },
        { "update of nothing", "PUT", "work/1", WorkBodies.Work(putCode: "1"), Xml, 404, 9016, "not found" },
        { "read of nothing", "GET", "work/1", null, Xml, 404, 9016, "not found" },
        { "put-code that is no number", "GET", "work/abc", null, Xml, 400, 9034, "put code provided is not valid" },
        { "put-code beyond any", "DELETE", "work/99999999999999999999", null, Xml, 400, 9034, "put code provided is not valid" },
        { "visibility changed", "PUT", "work/" + Own, "visibility", Xml, 403, 9035, "can't change the visibility" },
        { "update of another's work", "PUT", "work/" + Foreign, "foreign", Xml, 403, 9010, "not the source of the work" },
        { "the same again to another's work", "PUT", "work/" + Foreign, "same", Xml, 403, 9014, "not the source of the work" },
        { "removal of another's work", "DELETE", "work/" + Foreign, null, Xml, 403, 9010, "not the source of the work" },
        { "more than 100 put-codes", "GET", "works/" + string.Join(',', Enumerable.Range(1, 101)), null, Xml, 400, 9042, "ExceedMaxNumberOfPutCodes" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_request_is_refused_with_status_code_and_text(string what, string method, string path, string? body, string type, int status, int code, string words)
    {
        await using var server = await StartAsync();
        var (token, other) = (await server.TokenAsync(Laure), await server.TokenAsync(Laure, clientId: OtherClient));
        var own = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode!;
        var foreign = (await server.SendAsync("POST", $"v3.0/{Laure}/work", other, WorkBodies.Work("Theirs", "10.5555/theirs"))).PutCode!;
        var sent = body switch
        {
            "visibility" => WorkBodies.Work("Changed", putCode: own, visibility: "private"),
            "foreign" => WorkBodies.Work("Mine now", "10.5555/theirs", foreign),
            "same" => WorkBodies.Work("Theirs", "10.5555/theirs", foreign),
            _ => body,
        };
        var before = (await server.RecordAsync(Laure)).GetRawText();

        var xml = await server.SendAsync(method, $"v3.0/{Laure}/{path.Replace(Own, own, StringComparison.Ordinal).Replace(Foreign, foreign, StringComparison.Ordinal)}", token, sent, type, Xml);
        var json = await server.SendAsync(method, $"v3.0/{Laure}/{path.Replace(Own, own, StringComparison.Ordinal).Replace(Foreign, foreign, StringComparison.Ordinal)}", token, sent, type, Json);

        (xml.Status, xml.Code).ShouldBe((status, code), what);
        xml.Message.ShouldContain(words);
        xml.Body.ShouldContain($"<error-code>{code}</error-code>");
        xml.Body.ShouldNotContain("${");
        (json.Status, json.Code, json.Type).ShouldBe((status, code, Json), what);
        json.Message.ShouldBe(xml.Message);
        json.Json.GetProperty("response-code").GetInt32().ShouldBe(status);
        (await server.RecordAsync(Laure)).GetRawText().ShouldBe(before);
    }

    [Fact]
    public async Task A_client_that_accepts_nothing_on_offer_is_told_406()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("GET", $"v3.0/{Laure}/works", await server.TokenAsync(Laure), accept: "image/png");

        (answer.Status, answer.Code).ShouldBe((406, 9001));
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_not_found_before_the_token_is_looked_at()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("GET", "v3.0/0000-0002-5391-5437/works", await server.TokenAsync(Laure));

        (answer.Status, answer.Code).ShouldBe((404, 9016));
    }

    [Fact]
    public async Task A_message_that_lies_too_deep_or_is_no_text_is_refused_at_once()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        var deep = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, string.Concat(Enumerable.Repeat("<a>", 200_000)));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v3.0/{Laure}/work") { Content = new ByteArrayContent([0x3C, 0x61, 0x3E, 0xFF, 0xFE, 0x3C, 0x2F, 0x61, 0x3E]) };
        request.Headers.Authorization = new("Bearer", token);
        request.Content.Headers.ContentType = new(Xml);
        var noText = await server.SendAsync(request);

        (deep.Status, deep.Code, noText.Status, noText.Code).ShouldBe((400, 9001, 400, 9001));
        deep.Message.ShouldEndWith("Full validation error: Elements lie more than 100 deep.");
    }

    [Fact]
    public async Task A_message_is_read_in_the_encoding_that_it_says_it_has()
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v3.0/{Laure}/work")
        {
            Content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + WorkBodies.Work("Crème brûlée"))),
        };
        request.Headers.Authorization = new("Bearer", await server.TokenAsync(Laure));
        request.Content.Headers.ContentType = new("application/xml");

        var added = await server.SendAsync(request);

        added.Status.ShouldBe(201, added.Body);
        (await server.WorksAsync(Laure)).Select(w => w.GetProperty("title").GetString()).ShouldContain("Crème brûlée");
    }
}
