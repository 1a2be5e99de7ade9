using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>Refusals on account of the record, of the token, and of what may be seen.</summary>
internal static class RecordErrors
{
    private const string Forbidden = "The client application is forbidden to perform the action.";
    private const string NotFound = "The resource was not found.";
    private const string Unclaimed = "This record has not been claimed, if this is your record you can claim it at https://orcid.org/resend-claim.";
    private const string Deprecated =
        $"301 Moved Permanently: This account is deprecated. Please refer to account: https://sandbox.orcid.org/{Josiah}. ORCID https://sandbox.orcid.org/{Laure}";

    private const string Request =
        """<notification:notification xmlns:common="http://www.orcid.org/ns/common" xmlns:notification="http://www.orcid.org/ns/notification">"""
        + "<notification:notification-type>permission</notification:notification-type><notification:authorization-url><notification:path>/oauth/authorize</notification:path></notification:authorization-url>"
        + "<notification:notification-subject>S</notification:notification-subject><notification:notification-intro>I</notification:notification-intro>"
        + "<notification:items><notification:item><notification:item-type>work</notification:item-type><notification:item-name>N</notification:item-name></notification:item></notification:items></notification:notification>";

    public static IEnumerable<ErrorRow> All =>
    [
        new(9007, "reading a record merged into another", "GET", $"v3.0/{Laure}/work/5", Deprecated, $"This account is deprecated. Please refer to account: https://sandbox.orcid.org/{Josiah}.")
        {
            Status = 301, Location = $"{{base}}v3.0/{Josiah}/work/5", Prepare = Becomes(new { standing = "deprecated", primaryOrcid = Josiah }),
        },
        new(9007, "writing to a record merged into another", "POST", $"v3.0/{Laure}/work", Deprecated, $"This account is deprecated. Please refer to account: https://sandbox.orcid.org/{Josiah}.")
        {
            Status = 409, Location = $"{{base}}v3.0/{Josiah}/work", Body = WorkBodies.Work(doi: "10.5555/new"), Prepare = Becomes(new { standing = "deprecated", primaryOrcid = Josiah }),
        },
        new(9009, "taking back a request that was read", "DELETE", $"v3.0/{Laure}/notification-permission/{{made}}",
            "403 Forbidden: The notification has already been read and cannot be archived.", "The client application tried to archive a message that has already been read.")
        {
            Status = 403, Token = ClientsOwn, Prepare = async server =>
            {
                var id = (await server.SendAsync("POST", $"v3.0/{Laure}/notification-permission", await ClientsOwn(server, null), Request)).PutCode;
                await server.ControlAsync("POST", $"records/{Laure}/notification-permission/{id}/read");
                return id;
            },
        },
        new(9013, "a private item of somebody else", "GET", $"v3.0/{Laure}/work/{{made}}", "403 Forbidden: The item is private and you are not the source.", Forbidden) { Status = 403, Prepare = Work("private") },
        new(9016, "no such record", "GET", "v3.0/0000-0002-5391-5437/works", "404 Not Found: The resource was not found.", NotFound) { Status = 404 },
        new(9016, "no such item", "GET", $"v3.0/{Laure}/work/1", "404 Not Found: The resource was not found.", NotFound) { Status = 404 },
        new(9017, "token of another record", "GET", $"v3.0/{Laure}/works",
            "401 Unauthorized: The client application is not authorized for this ORCID record. Full validation error: Access token is for a different record", "The client application is not authorized.")
        {
            Status = 401, Token = async (server, _) => await server.TokenAsync(Josiah),
        },
        new(9018, "locked record", "GET", $"v3.0/{Laure}/works", $"409 Conflict: The ORCID record is locked and cannot be edited. ORCID {Laure}", "The ORCID record is locked.")
        {
            Status = 409, Prepare = Becomes(new { standing = "locked" }),
        },
        new(9027, "no such client", "GET", "v3.0/client/APP-NOBODY", "Unable to find client profile associated with client:APP-NOBODY.", NotFound) { Status = 404 },
        new(9029, "no such request", "GET", $"v3.0/{Laure}/notification-permission/5", $"404 Not Found: Could not find notification with id: 5 for ORCID: {Laure}.", NotFound) { Status = 404, Token = ClientsOwn },
        new(9032, "a person who takes no requests", "POST", $"v3.0/{Laure}/notification-permission",
            "409 Conflict: The user has opted not to receive notifications so you cannot post notifications.", $"The user {Laure} doesn't allow notifications.")
        {
            Status = 409, Token = ClientsOwn, Body = Request, Prepare = Becomes(new { takesRequests = false }),
        },
        new(9036, "a record that waits for its person", "GET", $"v3.0/{Laure}/works", "409 Conflict: This record has not been claimed.", Unclaimed) { Status = 409, Prepare = Becomes(new { claimed = false }) },
        new(9038, "an item for which the scope is missing", "GET", $"v3.0/{Laure}/work/{{made}}",
            "409 Conflict: The item has a limited or private visibility and your request doesn't have the required scope.", "You don't have the permissions to execute this action.")
        {
            Status = 403, Prepare = Work("limited"), Token = async (server, _) => await server.TokenAsync(Laure, "/authenticate"),
        },
        new(9038, "writing with a token to read", "POST", $"v3.0/{Laure}/work",
            "409 Conflict: The item has a limited or private visibility and your request doesn't have the required scope.", "You don't have the permissions to execute this action.")
        {
            Status = 403, Body = WorkBodies.Work(doi: "10.5555/new"), Token = async (server, _) => await server.TokenAsync(Laure, "/read-limited"),
        },
        new(9039, "an item that is not public, on the public API", "GET", $"pub/v3.0/{Laure}/work/{{made}}", "403 Forbidden: The item is not public and cannot be accessed with the Public API.", Forbidden)
        {
            Status = 403, Prepare = Work("limited"), Token = (_, _) => Task.FromResult<string?>(null),
        },
        new(9041, "no biography", "GET", $"v3.0/{Laure}/biography", "404 Not Found: Biography for the given record is null.", "There is no biography for the given record.") { Status = 404 },
        new(9044, "writing to a closed record", "POST", $"v3.0/{Laure}/work", "409 Conflict: The ORCID record is deactivated and cannot be edited.", "The ORCID record is deactivated.")
        {
            Status = 409, Body = WorkBodies.Work(doi: "10.5555/new"), Prepare = Becomes(new { standing = "deactivated" }),
        },
        new(9044, "reading a closed record where that is refused", "GET", $"v3.0/{Laure}/record", "409 Conflict: The ORCID record is deactivated and cannot be edited.", "The ORCID record is deactivated.")
        {
            Status = 409, Prepare = Becomes(new { standing = "deactivated" }), Settings = [("Simulator:RefuseDeactivated", "true")],
        },
    ];

    private static async Task<string?> ClientsOwn(SimulatorServer server, string? made) => await server.TokenAsync(null, "/premium-notification");

    private static Func<SimulatorServer, Task<string?>> Becomes(object change) => async server =>
    {
        await server.ControlAsync("PATCH", $"people/{Laure}", change);
        return null;
    };

    /// <summary>A work that the person added.</summary>
    private static Func<SimulatorServer, Task<string?>> Work(string visibility) => async server =>
        (await server.ControlAsync("POST", $"records/{Laure}/works", new { title = "By hand", doi = "10.5555/hand", visibility })).GetProperty("putCode").GetRawText();
}
