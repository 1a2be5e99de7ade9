using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>Refusals on account of what an item says, and of what is on the record already.</summary>
internal static class ItemErrors
{
    private const string Contact = "There was an error when updating the record. Please try again. If the error persists, please contact OrcidPortal demo for assistance.";
    private const string Forbidden = "The client application is forbidden to perform the action.";
    private const string NotSource = "403 Forbidden: You are not the source of the work, so you are not allowed to update it.";
    private const string NotTheSource = "The client application is not the source of the resource it is trying to access.";
    private const string Full = "The maximum number of works that can be connected to an ORCID record is 10,000";

    private const string CitationTypes =
        "formatted-unspecified, bibtex, formatted-apa, formatted-harvard, formatted-ieee, formatted-mla, formatted-vancouver, formatted-chicago, ris";

    private const string Roles =
        "author, assignee, editor, chair-or-translator, co-investigator, co-inventor, graduate-student, other-inventor, principal-investigator, postdoctoral-researcher, support-staff, "
        + "http://credit.niso.org/contributor-roles/conceptualization/, http://credit.niso.org/contributor-roles/data-curation/, http://credit.niso.org/contributor-roles/formal-analysis/, "
        + "http://credit.niso.org/contributor-roles/funding-acquisition/, http://credit.niso.org/contributor-roles/investigation/, http://credit.niso.org/contributor-roles/methodology/, "
        + "http://credit.niso.org/contributor-roles/project-administration/, http://credit.niso.org/contributor-roles/resources/, http://credit.niso.org/contributor-roles/software/, "
        + "http://credit.niso.org/contributor-roles/supervision/, http://credit.niso.org/contributor-roles/validation/, http://credit.niso.org/contributor-roles/visualization/, "
        + "http://credit.niso.org/contributor-roles/writing-original-draft/, http://credit.niso.org/contributor-roles/writing-review-editing/";

    public static IEnumerable<ErrorRow> All =>
    [
        new(9008, "what the registry fails to store", "POST", $"v3.0/{Laure}/works", "java.lang.RuntimeException", "Something went wrong in ORCID.")
        {
            Status = 500, IsInBulk = true, Body = WorkBodies.Bulk(WorkBodies.Work(new string('t', 1001), "10.5555/new")),
        },
        new(9010, "update of another's item", "PUT", $"v3.0/{Laure}/work/{{foreign}}", NotSource, NotTheSource) { Status = 403, Body = WorkBodies.Work("Mine now", "10.5555/theirs", "{foreign}") },
        new(9010, "removal of another's item", "DELETE", $"v3.0/{Laure}/work/{{foreign}}", NotSource, NotTheSource) { Status = 403 },
        new(9014, "the same again to another's work", "PUT", $"v3.0/{Laure}/work/{{foreign}}", $"{Forbidden} Full validation error: {NotSource}", Forbidden)
        {
            Status = 403, Body = WorkBodies.Work("Theirs", "10.5555/theirs", "{foreign}"),
        },
        new(9020, "a day that has no month", "POST", $"v3.0/{Laure}/works", "400 Bad Request: Invalid incoming message. Full validation error: Invalid date, please specify a month element", "Invalid incoming message.")
        {
            IsInBulk = true, Body = WorkBodies.Bulk(New().But("</work:type>", "</work:type><common:publication-date><common:year>2020</common:year><common:day>01</common:day></common:publication-date>")),
        },
        new(9020, "an amount that says nothing", "POST", $"v3.0/{Laure}/funding",
            "400 Bad Request: Invalid incoming message. Full validation error: Please specify an amount or remove the amount tag", "Invalid incoming message.") { Body = ItemBodies.Sound("funding").But("1000.50", "") },
        new(9021, "the same work a second time", "POST", $"v3.0/{Laure}/work",
            "409 Conflict: You have already added this activity (matched by external identifiers), please see element with put-code {own}. If you are trying to edit the item, please use PUT instead of POST.", Contact)
        {
            Status = 409, Body = WorkBodies.Work("Another title"),
        },
        new(9022, "no title", "POST", $"v3.0/{Laure}/funding", "400 Bad Request: Invalid activity, a title is required.", "Invalid activity:  A title is required.")
        {
            Body = ItemBodies.Sound("funding").But("<funding:title>…</funding:title>", ""),
        },
        new(9023, "no identifier", "POST", $"v3.0/{Laure}/work", "400 Bad Request: Invalid activity, an external identifier is required.", "Invalid activity: an external identifier is required.")
        {
            Body = New().But("<common:external-ids>…</common:external-ids>", ""),
        },
        new(9023, "identifiers that are none", "POST", $"v3.0/{Laure}/work",
            "400 Bad Request: Invalid activity, an external identifier is required. Full validation error: Invalid external-id  dio relationship At least one identifier with 'self' relationship is required",
            "Invalid activity: an external identifier is required.") { Body = New().But(">doi<", ">dio<").But(">self<", ">cousin-of<") },
        new(9030, "the same said of a person a second time", "POST", $"v3.0/{Laure}/keywords",
            "The element 'J. Carberry' of type 'keyword' is duplicated.", "The element 'J. Carberry' of type 'keyword' is duplicated.")
        {
            Status = 409, Body = ItemBodies.Sound("keyword"), Prepare = async server =>
                (await server.SendAsync("POST", $"v3.0/{Laure}/keywords", await server.TokenAsync(Laure, ErrorRow.Scope), ItemBodies.Sound("keyword"))).PutCode,
        },
        new(9035, "visibility changed", "PUT", $"v3.0/{Laure}/work/{{own}}",
            "403 Forbidden: You can't change the visibility of an item, please remove the visibility or set it to the current value.", Contact)
        {
            Status = 403, Body = WorkBodies.Work("Changed", putCode: "{own}", visibility: "private"),
        },
        new(9037, "an unknown word in XML", "POST", $"v3.0/{Laure}/work", $"Invalid citation type, valid values are: {CitationTypes}.", "Please specify a work type.")
        {
            Body = New().But("<work:type>", "<work:citation><work:citation-type>endnote</work:citation-type><work:citation-value>x</work:citation-value></work:citation><work:type>"),
        },
        new(9045, "organisation without identifier", "POST", $"v3.0/{Laure}/education",
            "400 Bad request: disambiguated-organization must be present and valid", "No valid disambiguated-organization is included in the data.")
        {
            Body = ItemBodies.Sound("education").But("<common:disambiguated-organization>…</common:disambiguated-organization>", ""),
        },
        new(9045, "organisation unknown", "POST", $"v3.0/{Laure}/funding",
            "400 Bad request: disambiguated-organization must be present and valid", "No valid disambiguated-organization is included in the data.")
        {
            Body = ItemBodies.Sound("funding"), Prepare = async server =>
            {
                await server.ControlAsync("POST", "organizations", new { source = "ROR", identifier = "https://ror.org/05gq02987", known = false });
                return null;
            },
        },
        new(9046, "no organisation", "POST", $"v3.0/{Laure}/membership", "400 Bad request: organization must be present and valid", "No valid organization is included in the data.")
        {
            Body = ItemBodies.Sound("membership").But("<common:organization>…</common:organization>", ""),
        },
        new(9048, "more than ten thousand works", "POST", "v3.0/{made}/work",
            $"409 Conflict: {Full}", $"{Full} and you have now exceeded this limit. Please remove some works and try again. For more information, see https://support.orcid.org/hc/articles/360006973133")
        {
            Status = 409, Body = New(), Token = async (server, made) => await server.TokenAsync(made), Prepare = async server =>
                (await server.ControlAsync("POST", "people", new { givenNames = "Busy", works = Enumerable.Range(0, 10_000).Select(i => new { title = $"W {i}" }) })).GetProperty("orcid").GetString(),
        },
        new(9049, "a day that the calendar lacks", "POST", $"v3.0/{Laure}/employment", "400 Bad request: invalid date: 2010-02-30", "Invalid date") { Body = ItemBodies.Sound("employment").But(">05<", ">02<") },
        new(9050, "end without start", "POST", $"v3.0/{Laure}/funding",
            "400 Bad request: missing start-date. If you specify an end-date, you must specify a start-date", "Missing start-date. If you specify an end-date, you must specify a start-date")
        {
            Body = ItemBodies.Sound("funding").But("<common:start-date>…</common:start-date>", ""),
        },
        new(9054, "an amount in words", "POST", $"v3.0/{Laure}/funding", "400 Bad Request: invalid amount", "This does not appear to be a valid funding amount") { Body = ItemBodies.Sound("funding").But("1000.50", "plenty") },
        new(9055, "end before start", "POST", $"v3.0/{Laure}/service", "400 Bad Request: End date must come after start date.", "End date must come after start date.") { Body = ItemBodies.Sound("service").But(">2012<", ">2009<") },
        new(9058, "a role that no contributor has", "POST", $"v3.0/{Laure}/work", $"404 Bad Request: Invalid contributor role: boss. Expected one of {Roles}.", "Invalid contributor role.")
        {
            Body = New().But("</common:external-ids>", "</common:external-ids><work:contributors><work:contributor><work:contributor-attributes><work:contributor-role>boss</work:contributor-role></work:contributor-attributes></work:contributor></work:contributors>"),
        },
        new(9060, "studies without a city", "POST", $"v3.0/{Laure}/education", "City and country are required for education/employment.", "City and country are required for education/employment.")
        {
            Body = ItemBodies.Sound("education").But("<common:city>…</common:city>", ""),
        },
        new(9061, "a city without a country", "POST", $"v3.0/{Laure}/distinction",
            "City or region cannot be provided without a country for the organization address.", "City or region cannot be provided without a country for the organization address.")
        {
            Body = ItemBodies.Sound("distinction").But("<common:country>…</common:country>", ""),
        },
        new(9062, "neither identifier nor listed organisation", "POST", $"v3.0/{Laure}/invited-position",
            "Professional activities cannot be added without an organization id/external identifier. One has to be present.",
            "Professional activities cannot be added without an organization id/external identifier. One has to be present.")
        {
            Body = ItemBodies.Sound("invited-position").But("<common:disambiguated-organization>…</common:external-ids>", "</common:organization>"),
        },
    ];

    private static string New() => WorkBodies.Work(doi: "10.5555/new");
}
