using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Security;

namespace OrcidPortal.Api;

/// <summary><c>/sync-items</c> and <c>/stats</c>: what ORCID should hold, and how far we are.</summary>
internal static class SyncItemEndpoints
{
    public static void MapSyncItems(this RouteGroupBuilder api)
    {
        api.MapGet("/sync-items", ListAsync).WithName("ListSyncItems").WithSummary("Sync items, 50 at a time, by person (local id) and state.");
        api.MapPost("/sync-items/send", SendAsync).WithName("SendNow")
            .WithSummary("Starts sending: of a person (local id), of one item, or without either of all that is due. Never skips the person's approval.");
        api.MapGet("/stats", StatsAsync).WithName("GetStats").WithSummary("Items by state, at most ten seconds old.");
    }

    private static async Task<Results<Ok<ListOf<SyncItemView>>, ProblemHttpResult>> ListAsync(
        string? person, string? state, string? cursor, People people, SyncItemList items, CancellationToken cancellationToken)
    {
        if (!ApiProblem.TryRead<SyncState>(state, "state", out var wanted, out var problem)) return problem!;
        Guid? personId = null;
        if (person is { Length: > 0 })
        {
            if (await people.FindAsync(person, cancellationToken) is not { } owner) return ApiProblem.NotFound($"person {person}");
            personId = owner.Id;
        }
        return TypedResults.Ok(ListOf<SyncItemView>.From(await items.ListAsync(new SyncItemFilter(personId, wanted), cursor, cancellationToken), SyncItemView.Of));
    }

    private static async Task<Results<Accepted<SendAccepted>, ProblemHttpResult>> SendAsync(
        SendBody? body, ClaimsPrincipal caller, People people, SyncItems items, PushJob job, CancellationToken cancellationToken)
    {
        Guid? personId = null;
        if (body?.Person is { Length: > 0 } localId)
        {
            if (await people.FindAsync(localId, cancellationToken) is not { } owner) return ApiProblem.NotFound($"person {localId}");
            personId = owner.Id;
        }
        var count = personId is null && body?.Id is null ? 0 : await items.SendNowAsync(personId, body?.Id, ApiCaller.Of(caller), cancellationToken);
        job.StartNow(personId);
        return TypedResults.Accepted("/api/v1/sync-items", new SendAccepted(count));
    }

    private static async Task<Ok<StatsView>> StatsAsync(SyncItemList items, CancellationToken cancellationToken)
    {
        var counts = await items.CountAsync(null, cancellationToken);
        return TypedResults.Ok(new StatsView(Enum.GetValues<SyncState>().ToDictionary(s => s.ToString(), s => counts.GetValueOrDefault(s)), items.StatsAt));
    }
}

/// <param name="Person">A person's local id, or left away.</param>
/// <param name="Id">A sync item's id, or left away.</param>
public sealed record SendBody(string? Person, Guid? Id);

/// <param name="Items">Items freed from the daily hour and the quiet time by this call.</param>
public sealed record SendAccepted(int Items);

/// <param name="States">Every state of an item with its count.</param>
/// <param name="At">When they were counted.</param>
public sealed record StatsView(IReadOnlyDictionary<string, int> States, DateTimeOffset? At);

/// <summary>What ORCID should hold of one record of one person, and how far we are.</summary>
/// <param name="Person">The person's local id.</param>
/// <param name="Desired">Present, Absent or Leave.</param>
/// <param name="PutCode">ORCID's number of it, once it is there.</param>
/// <param name="DueAt">Not before this time.</param>
public sealed record SyncItemView(
    Guid Id, string Person, Guid RecordId, string Title, SyncState State, Desired Desired, long? PutCode, DateTimeOffset? SentAt, DateTimeOffset? DueAt, string? Message, IReadOnlyList<ProblemView> Problems)
{
    internal static SyncItemView Of(SyncItemRow row) => new(
        row.Item.Id, row.LocalId, row.Item.RecordId, row.Title, row.Item.State, row.Item.Desired, row.Item.PutCode, row.Item.SentAt,
        row.Item.RetryAt ?? row.Item.DueAt, row.Item.FailureMessage, [.. row.Problems.Select(ProblemView.Of)]);
}
