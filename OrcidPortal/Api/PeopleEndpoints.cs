using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using OrcidPortal.Connect;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Security;
using ConnectionInfo = OrcidPortal.Connect.ConnectionInfo;

namespace OrcidPortal.Api;

/// <summary><c>/people</c>: who belongs to the institution, how they are connected, what happened to their ORCID records.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        api.MapPut("/people/{localId}", PutAsync).WithName("PutPerson").WithSummary("Creates a person or brings the fields up to date. An iD cannot be set: the person connects it at ORCID.");
        api.MapGet("/people/{localId}", GetAsync).WithName("GetPerson").WithSummary("One person with the connection to ORCID.");
        api.MapGet("/people", ListAsync).WithName("ListPeople").WithSummary("People by name, 50 at a time.");
        api.MapGet("/people/{localId}/history", HistoryAsync).WithName("GetHistory").WithSummary("Everything sent, read and answered for a person, newest first.");
    }

    private static async Task<Results<Ok<PersonView>, Created<PersonView>, ProblemHttpResult>> PutAsync(
        string localId, PersonBody body, ClaimsPrincipal caller, People people, ConnectionList connections, CancellationToken cancellationToken)
    {
        if (Refusal(body) is { } refusal) return refusal;
        var fields = new PersonFields(body.GivenNames ?? "", body.FamilyName ?? "", body.Email, body.Department);
        return await people.SaveAsync(localId, fields, ApiCaller.Of(caller), cancellationToken) switch
        {
            SavePersonResult.Saved { Created: true, Person: var person } =>
                TypedResults.Created($"/api/v1/people/{Uri.EscapeDataString(person.LocalId)}", PersonView.Of(person, ConnectionInfo.Never)),
            SavePersonResult.Saved { Person: var person } => TypedResults.Ok(PersonView.Of(person, await connections.OfAsync(person.Id, cancellationToken))),
            SavePersonResult.Invalid invalid => ApiProblem.BadRequest(invalid.Sentence, invalid.Field),
            _ => ApiProblem.BadRequest("The person could not be saved."),
        };
    }

    private static ProblemHttpResult? Refusal(PersonBody body)
    {
        if (body.Others is not { Count: > 0 } others) return null;
        var name = others.Keys.First();
        return name.Contains("orcid", StringComparison.OrdinalIgnoreCase)
            ? ApiProblem.BadRequest("An ORCID iD cannot be set through the API: only the person can authenticate it, at ORCID. Ask them to connect at /connect/orcid.", name)
            : ApiProblem.BadRequest($"There is no field \"{name}\". A person has givenNames, familyName, email and department.", name);
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> GetAsync(
        string localId, People people, ConnectionList connections, CancellationToken cancellationToken) =>
        await people.FindAsync(localId, cancellationToken) is { } person
            ? TypedResults.Ok(PersonView.Of(person, await connections.OfAsync(person.Id, cancellationToken)))
            : ApiProblem.NotFound($"person {localId}");

    private static async Task<Ok<ListOf<PersonView>>> ListAsync(string? query, bool? connected, string? cursor, ConnectionList connections, CancellationToken cancellationToken) =>
        TypedResults.Ok(ListOf<PersonView>.From(await connections.PeopleAsync(query, connected, cursor, cancellationToken), row => PersonView.Of(row.Person, row.Connection)));

    private static async Task<Results<Ok<ListOf<HistoryView>>, ProblemHttpResult>> HistoryAsync(
        string localId, string? cursor, People people, HistoryList history, CancellationToken cancellationToken) =>
        await people.FindAsync(localId, cancellationToken) is { } person
            ? TypedResults.Ok(ListOf<HistoryView>.From(await history.ForPersonAsync(person.Id, cursor, cancellationToken), HistoryView.Of))
            : ApiProblem.NotFound($"person {localId}");
}

/// <summary>A line of the ledger.</summary>
/// <param name="Status">ORCID's HTTP status, where there was an answer.</param>
/// <param name="Message">ORCID's words or ours.</param>
public sealed record HistoryView(
    DateTimeOffset At, SyncOperation Operation, HistoryOutcome Outcome, string? Orcid, Guid? RecordId, string? Title, long? PutCode, int? Status, int? OrcidCode, string? Message, string By, int? DurationMs)
{
    internal static HistoryView Of(HistoryEntry h) =>
        new(h.At, h.Operation, h.Outcome, h.Orcid, h.RecordId, h.Title, h.PutCode, h.HttpStatus, h.OrcidCode, h.Message, h.By, h.DurationMs);
}
