using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Api;

/// <summary><c>/people/{localId}/records</c>: works, fundings, positions and profile items of a person, from whatever system knows them.</summary>
internal static class PersonRecordEndpoints
{
    public static void MapPersonRecords(this RouteGroupBuilder api)
    {
        api.MapPost("/people/{localId}/records", SaveAsync).WithName("PutRecords")
            .WithSummary("Adds records of a person or brings them up to date, up to 500 at once. A record is found again by source and id; works and fundings also by their identifiers. The same again changes nothing.");
        api.MapDelete("/people/{localId}/records/{id:guid}", EndAsync).WithName("EndRecord")
            .WithSummary("Says that a record is no longer the person's. What stands at ORCID is removed after Push:RemovalDelay, unless it comes back before.");
    }

    private static async Task<Results<Ok<IReadOnlyList<SavedRecordView>>, ProblemHttpResult>> SaveAsync(
        string localId, RecordsBody body, ClaimsPrincipal caller, People people, RecordStore store, PushJob job, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(localId, cancellationToken) is not { } person) return ApiProblem.NotFound($"person {localId}");
        if (string.IsNullOrWhiteSpace(body.Source) || body.Source.Length > 100) return ApiProblem.BadRequest("Give the name of the source, up to 100 characters, for example \"hr\".", "source");
        if (body.Records is not { Count: > 0 and <= RecordStore.MostDrafts } given) return ApiProblem.BadRequest($"Give 1 to {RecordStore.MostDrafts} records.", "records");
        var drafts = new List<RecordDraft>(given.Count);
        foreach (var (index, record) in given.Index())
        {
            if (!ApiProblem.TryRead<RecordKind>(record?.Kind, $"records[{index}].kind", out var kind, out var problem)) return problem!;
            if (kind is not { } of) return ApiProblem.BadRequest($"Say of each record what it is: kind is one of {string.Join(", ", Enum.GetNames<RecordKind>())}.", $"records[{index}].kind");
            if (record!.Others is { Count: > 0 } others) return ApiProblem.BadRequest($"There is no field \"{others.Keys.First()}\". A {of} has {string.Join(", ", FieldPaths.Of(of))}.", $"records[{index}].{others.Keys.First()}");
            // A person's positions and profile items are theirs alone, so their ids are, too.
            var source = of is RecordKind.Work or RecordKind.Funding ? $"api:{body.Source.Trim()}:{of}" : $"api:{body.Source.Trim()}:{of}:{person.Id:N}";
            drafts.Add(new RecordDraft(of, source, record.Id ?? "", record.Fields(), person.Id));
        }
        Actor actor = ApiCaller.Of(caller);
        // What one source changes on one day counts together: that is what the brake looks at.
        var name = body.Source.Trim();
        var cause = string.Create(CultureInfo.InvariantCulture, $"api:{name[..Math.Min(80, name.Length)]}:{time.GetUtcNow():yyyy-MM-dd}");
        var saved = await store.SaveAsync(drafts, Origin.Api, cause, null, actor, cancellationToken);
        job.StartNow(null);
        return TypedResults.Ok<IReadOnlyList<SavedRecordView>>([.. saved.Zip(given, (s, g) => new SavedRecordView(g!.Id ?? "", s.Outcome, s.RecordId, s.Reason))]);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        string localId, Guid id, ClaimsPrincipal caller, People people, RecordStore store, PushJob job, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(localId, cancellationToken) is not { } person) return ApiProblem.NotFound($"person {localId}");
        if (!await store.EndAsync(id, person.Id, Origin.Api, ApiCaller.Of(caller), cancellationToken)) return ApiProblem.NotFound($"record {id} of person {localId}");
        job.StartNow(null);
        return TypedResults.NoContent();
    }
}

/// <param name="Id">As it was given.</param>
/// <param name="Outcome">Added, Updated, Unchanged or Rejected.</param>
/// <param name="RecordId">Where the record is, at /records/{id}; null where it was rejected.</param>
/// <param name="Reason">Why it was rejected.</param>
public sealed record SavedRecordView(string Id, SaveOutcome Outcome, Guid? RecordId, string? Reason);
