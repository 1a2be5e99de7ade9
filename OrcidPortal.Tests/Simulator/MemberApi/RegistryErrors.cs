using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>Refusals of what is asked of the registry as a whole: searches, webhooks, and clients that were stopped.</summary>
internal static class RegistryErrors
{
    private const string NotFound = "The resource was not found.";
    private const string BadRequest = "The client application made a bad request to the ORCID API.";
    private const string Callback = "https%3A%2F%2Fexample.org%2Fchanged";
    private const string Start = "The start parameter for API users without credentials must be an integer between 0 and 10,000";

    public static IEnumerable<ErrorRow> All =>
    [
        new(9011, "a webhook on an iD that is not there", "PUT", $"0000-0002-5391-5437/webhook/{Callback}", "404 Not Found: The ORCID record or item was not found.", NotFound) { Status = 404, Token = Webhooks },
        new(9012, "a webhook to no address", "PUT", $"{Laure}/webhook/mailto%3Ax", $"{BadRequest} Full validation error: Webhook uri: mailto:x is syntactically incorrect", BadRequest) { Token = Webhooks },
        new(9012, "more results than there may be", "GET", "pub/v3.0/search?q=x&rows=1001", $"{BadRequest} Full validation error: The rows parameter must be an integer between 0 and 1,000", BadRequest) { Token = Nobody },
        new(9014, "giving up another client's webhook", "DELETE", $"{Laure}/webhook/{Callback}",
            "The client application is forbidden to perform the action. Full validation error: Unable to unregister webhook: Only the client that register the webhook can unregister it.",
            "The client application is forbidden to perform the action.")
        {
            Status = 403, Token = Webhooks, Prepare = async server =>
            {
                (await server.SendAsync("PUT", $"{Laure}/webhook/{Callback}", await server.TokenAsync(null, "/webhook", OtherClient))).Status.ShouldBe(201);
                return null;
            },
        },
        new(9028, "a webhook that is not there", "DELETE", $"{Laure}/webhook/{Callback}", $"No webhook found for orcid={Laure}, and uri=https://example.org/changed.", NotFound) { Status = 404, Token = Webhooks },
        new(9038, "a webhook with a token that is not for it", "PUT", $"{Laure}/webhook/{Callback}",
            "409 Conflict: The item has a limited or private visibility and your request doesn't have the required scope.", "You don't have the permissions to execute this action.") { Status = 403 },
        new(9043, "results beyond 10,000 for somebody unknown", "GET", "pub/v3.0/search?q=x&start=10001", Start, Start) { Token = Nobody },
        new(9057, "a client that was locked", "GET", $"v3.0/{Laure}/works", "409 Conflict: The client is locked.", "The client is locked.")
        {
            Status = 409, Prepare = async server =>
            {
                await server.ControlAsync("PATCH", $"clients/{Client}", new { locked = true });
                return null;
            },
        },
    ];

    private static async Task<string?> Webhooks(SimulatorServer server, string? made) => await server.TokenAsync(null, "/webhook");

    private static Task<string?> Nobody(SimulatorServer server, string? made) => Task.FromResult<string?>(null);
}
