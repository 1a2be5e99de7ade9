using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Security;

namespace OrcidPortal.Api;

/// <summary><c>/duplicates</c>: records that may be the same, and whether they are.</summary>
internal static class DuplicateEndpoints
{
    public static void MapDuplicates(this RouteGroupBuilder api)
    {
        api.MapGet("/duplicates", ListAsync).WithName("ListDuplicates")
            .WithSummary("Pairs of records that may be the same and that nobody has decided on, 20 at a time. reason: SharedIdentifier, OrcidSaid or SameTitle; person: a local id; query: words of a title.");
        api.MapPost("/duplicates/{id:guid}/merge", MergeAsync).WithName("MergeDuplicate")
            .WithSummary("Says that they are the same. keep stays; sources, corrections and people of the other one follow to it. Who has both at ORCID: the other one is removed there, then the one that stays is updated.");
        api.MapPost("/duplicates/{id:guid}/different", DifferentAsync).WithName("DifferDuplicate").WithSummary("Says that they are different; they are never listed together again.");
    }

    private static async Task<Results<Ok<ListOf<DuplicateView>>, ProblemHttpResult>> ListAsync(
        string? reason, string? person, string? query, string? cursor, People people, DuplicateList pairs, CancellationToken cancellationToken)
    {
        if (!ApiProblem.TryRead<DuplicateReason>(reason, "reason", out var wanted, out var problem)) return problem!;
        Guid? personId = null;
        if (person is { Length: > 0 })
        {
            if (await people.FindAsync(person, cancellationToken) is not { } owner) return ApiProblem.NotFound($"person {person}");
            personId = owner.Id;
        }
        return TypedResults.Ok(ListOf<DuplicateView>.From(await pairs.ListAsync(new DuplicateFilter(wanted, personId, query), cursor, cancellationToken), DuplicateView.Of));
    }

    private static async Task<Results<Ok<MergedView>, ProblemHttpResult>> MergeAsync(
        Guid id, MergeBody body, ClaimsPrincipal caller, DuplicateList pairs, DuplicateMerging merging, PushJob job, CancellationToken cancellationToken)
    {
        if (body.Keep is not { } keep) return ApiProblem.BadRequest("Give the id of the record that stays.", "keep");
        if (await pairs.FindAsync(id, cancellationToken) is { } pair && pair.First.RecordId != keep && pair.Second.RecordId != keep)
            return ApiProblem.BadRequest("keep is the id of one of the two records.", "keep");
        Actor actor = ApiCaller.Of(caller);
        var result = await merging.MergeAsync(id, keep, body.Version, body.OtherVersion, actor, cancellationToken);
        if (result is not MergeResult.Done) return Problem(id, result);
        job.StartNow(null);
        return TypedResults.Ok(new MergedView(keep));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DifferentAsync(Guid id, ClaimsPrincipal caller, DuplicateMerging merging, CancellationToken cancellationToken)
    {
        Actor actor = ApiCaller.Of(caller);
        var result = await merging.DifferentAsync(id, actor, cancellationToken);
        return result is MergeResult.Done ? TypedResults.NoContent() : Problem(id, result);
    }

    private static ProblemHttpResult Problem(Guid id, MergeResult result) => result switch
    {
        MergeResult.Changed => ApiProblem.Conflict("One of the records has changed since these versions. Read the pair again and decide whether they are still the same."),
        MergeResult.Busy => ApiProblem.Conflict("One of the records is being sent to ORCID at this moment. Nothing was done; try again in a minute."),
        MergeResult.Decided decided => ApiProblem.Conflict(decided.Merged ? $"{decided.By} has merged them already." : $"{decided.By} has said already that they are different."),
        _ => ApiProblem.NotFound($"pair {id}"),
    };
}

/// <summary>Two records that may be the same.</summary>
/// <param name="Key">The identifier they share, <c>type:value</c>; null where it is not by one.</param>
/// <param name="Proposed">The record that the portal would keep: at ORCID for more people, then of more sources, then older.</param>
public sealed record DuplicateView(Guid Id, RecordKind Kind, DuplicateReason Reason, string? Key, DateTimeOffset FoundAt, DuplicateRecordView First, DuplicateRecordView Second, Guid Proposed)
{
    internal static DuplicateView Of(DuplicateRow row) => new(row.Id, row.Kind, row.Reason, row.Key, row.FoundAt, DuplicateRecordView.Of(row.First), DuplicateRecordView.Of(row.Second), row.KeepId);
}

/// <summary>One of the two; all of it is at /records/{id}.</summary>
/// <param name="Version">Pass it back, and nothing is merged unseen.</param>
/// <param name="People">Local ids of those whose record it is.</param>
/// <param name="AtOrcid">Local ids of those for whom it stands at ORCID.</param>
/// <param name="Sources">Where it comes from.</param>
public sealed record DuplicateRecordView(Guid Id, int Version, string Title, string? Type, IReadOnlyList<string> People, IReadOnlyList<string> AtOrcid, IReadOnlyList<string> Sources)
{
    internal static DuplicateRecordView Of(DuplicateSide side) => new(
        side.RecordId, side.Version, side.Title, side.Type, [.. side.People.Select(p => p.LocalId)], [.. side.People.Where(p => p.AtOrcid).Select(p => p.LocalId)], [.. side.Sources.Select(s => s.Source)]);
}

/// <param name="Keep">The id of the record that stays.</param>
/// <param name="Version">The version it was read at; left away: whatever it is now.</param>
/// <param name="OtherVersion">The other one's, likewise.</param>
public sealed record MergeBody(Guid? Keep, int? Version, int? OtherVersion);

/// <param name="RecordId">The record that stays.</param>
public sealed record MergedView(Guid RecordId);
