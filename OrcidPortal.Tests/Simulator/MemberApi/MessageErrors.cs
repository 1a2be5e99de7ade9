using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>Refusals on account of the address and of the form of the message.</summary>
internal static class MessageErrors
{
    private const string Contact = "There was an error when updating the record. Please try again. If the error persists, please contact OrcidPortal demo for assistance.";
    private const string Invalid = "ORCID could not process the data, because they were invalid.";
    private const string Bad = "The client application made a bad request to the ORCID API.";
    private const string Sent = "The client application sent a bad request to ORCID.";

    private const string Web =
        "400 Bad Request: There is an issue with your data or the API endpoint. 405 Method Not Allowed: Endpoint and method mismatch. 415 Unsupported Media Type: data must be in XML or JSON format.";

    private const string Candidates = "Release candidates for V3.0 are now disabled, your request will be redirected to the corresponding V3.0 end point";

    public static IEnumerable<ErrorRow> All =>
    [
        new(9001, "JSON that is no object", "POST", $"v3.0/{Laure}/work", $"{Web} Full validation error: The message is not a JSON object.", Invalid) { Body = "[1]", ContentType = Json },
        new(9001, "no such address", "GET", $"v3.0/{Laure}/hobbies", $"{Web} Full validation error: HTTP 404 Not Found", Invalid) { Status = 404 },
        new(9001, "wrong verb", "DELETE", $"v3.0/{Laure}/works", $"{Web} Full validation error: HTTP 405 Method Not Allowed", Invalid) { Status = 405 },
        new(9001, "wrong content type", "POST", $"v3.0/{Laure}/work", $"{Web} Full validation error: HTTP 415 Unsupported Media Type", Invalid) { Status = 415, Body = "x", ContentType = "text/plain" },
        new(9006, "bulk sent to one", "POST", $"v3.0/{Laure}/work", $"{Sent} Full validation error: argument type mismatch", Sent) { Body = WorkBodies.Bulk(WorkBodies.Work()) },
        new(9006, "more than 100 works", "POST", $"v3.0/{Laure}/works", $"{Sent} Full validation error: You are allowed to add up to 100 elements per request.", Sent)
        {
            Body = WorkBodies.Bulk(Enumerable.Range(0, 101).Select(i => WorkBodies.Work(doi: $"10.5555/{i}"))),
        },
        new(9006, "a word among put-codes", "GET", $"v3.0/{Laure}/works/1,x", $"{Sent} Full validation error: For input string: \"x\"", Sent),
        new(9012, "against the schema", "POST", $"v3.0/{Laure}/work",
            $"{Bad} Full validation error: cvc-complex-type.3.2.2: Attribute 'colour' is not allowed to appear in element 'work:work'.", Bad) { Body = WorkBodies.Work().But("<work:work", "<work:work colour=\"red\"") },
        new(9012, "writing without a version", "PUT", $"{Laure}/work/5", $"{Bad} Full validation error: Please specify the API Version you want to PUT to ", Bad) { Body = WorkBodies.Work(putCode: "5") },
        new(9012, "a version that is gone", "GET", $"v1.2/{Laure}/orcid-profile",
            $"{Bad} Full validation error: API Version 1.2 is no longer available. please upgrade to the 2.0 API https://members.orcid.org/api/news/xsd-20-update", Bad),
        new(9019, "put-codes differ", "PUT", $"v3.0/{Laure}/work/{{own}}", "400 Bad Request: The put code in the URL was {own} whereas the one in the body was 5.", Contact) { Body = WorkBodies.Work(putCode: "5") },
        new(9019, "put-code missing in the body", "PUT", $"v3.0/{Laure}/work/{{own}}", "400 Bad Request: The put code in the URL was {own} whereas the one in the body was null.", Contact) { Body = WorkBodies.Work() },
        new(9024, "put-code on a new item", "POST", $"v3.0/{Laure}/work",
            "400 Bad Request: Put-code is included when not expected. When posting new activities, the put code should be omitted.", Contact) { Body = WorkBodies.Work(putCode: "5") },
        new(9031, "put-code missing for what is said of a person", "PUT", $"v3.0/{Laure}/keywords/{{made}}", "Put-code is required to update elements.", Contact)
        {
            Status = 409, Body = ItemBodies.Sound("keyword"), Prepare = async server =>
                (await server.SendAsync("POST", $"v3.0/{Laure}/keywords", await server.TokenAsync(Laure, ErrorRow.Scope), ItemBodies.Sound("keyword"))).PutCode,
        },
        new(9034, "put-code that is no number", "GET", $"v3.0/{Laure}/work/abc", "400 Bad Request: The put code provided is not valid.", Contact),
        new(9034, "put-code of nothing among others", "GET", $"v3.0/{Laure}/works/1",
            "400 Bad Request: The put code provided is not valid. Full validation error: '1' is not a valid put code", Contact) { IsInBulk = true },
        new(9042, "more than 100 put-codes", "GET", $"v3.0/{Laure}/works/{string.Join(',', Enumerable.Range(1, 101))}", "org.orcid.core.exception.ExceedMaxNumberOfPutCodesException", "Too many put codes supplied"),
        new(9047, "an unknown property", "POST", $"v3.0/{Laure}/work", "400 Bad request: invalid JSON - Unrecognized field \"colour\", not marked as ignorable", "Invalid JSON.")
        {
            Body = WorkBodies.Json(more: ",\"colour\":\"red\""), ContentType = Json,
        },
        new(9051, "an unknown word in JSON", "POST", $"v3.0/{Laure}/work", "400 Bad request: invalid value 'poem' for enum 'org.orcid.jaxb.model.common.WorkType'", "Invalid value for type.")
        {
            Body = WorkBodies.Json().But("journal-article", "poem"), ContentType = Json,
        },
        new(9056, "a release candidate", "GET", $"v3.0_rc1/{Laure}/works?a=b", Candidates, Candidates) { Status = 308, Location = $"{{base}}v3.0/{Laure}/works?a=b" },
    ];
}
