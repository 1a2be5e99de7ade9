using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;

namespace OrcidPortal.Api;

/// <summary><c>/records</c>: what we hold, what is wrong with it, and how to put it right.</summary>
internal static class RecordEndpoints
{
    public static void MapRecords(this RouteGroupBuilder api)
    {
        api.MapGet("/records", ListAsync).WithName("ListRecords").WithSummary("Records, 50 at a time; state: one of its items has it; person: a local id.");
        api.MapGet("/records/{id:guid}", GetAsync).WithName("GetRecord").WithSummary("Effective fields, source entries, corrections, problems and sync items of a record.");
        api.MapPost("/records/{id:guid}/corrections", CorrectAsync).WithName("CorrectRecord")
            .WithSummary("Lays a value over what the sources say; it survives the next import. op is replace, add or remove (add and remove for external-ids and contributors).");
    }

    private static async Task<Results<Ok<ListOf<RecordLine>>, ProblemHttpResult>> ListAsync(
        string? state, string? person, string? cursor, People people, RecordList records, CancellationToken cancellationToken)
    {
        if (!ApiProblem.TryRead<SyncState>(state, "state", out var wanted, out var problem)) return problem!;
        Guid? personId = null;
        if (person is { Length: > 0 })
        {
            if (await people.FindAsync(person, cancellationToken) is not { } owner) return ApiProblem.NotFound($"person {person}");
            personId = owner.Id;
        }
        var page = await records.ListAsync(new RecordFilter(wanted, personId), cursor, cancellationToken);
        return TypedResults.Ok(ListOf<RecordLine>.From(page, r => new RecordLine(r.Id, r.Title, r.Type, r.Year, r.ProblemCount, r.ChangedAt, r.People)));
    }

    private static async Task<Results<Ok<RecordView>, ProblemHttpResult>> GetAsync(Guid id, RecordList records, SyncItemList items, VocabularyStore vocabularies, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(id, cancellationToken) is not { } detail) return ApiProblem.NotFound($"record {id}");
        var all = new List<SyncItemRow>();
        for (string? cursor = null; ;)
        {
            var page = await items.ListAsync(new SyncItemFilter(RecordId: id), cursor, cancellationToken);
            all.AddRange(page.Items);
            if ((cursor = page.Next) is null) return TypedResults.Ok(RecordView.Of(detail, all, await vocabularies.CurrentAsync(cancellationToken)));
        }
    }

    private static async Task<Results<Ok<CorrectionView>, ProblemHttpResult>> CorrectAsync(
        Guid id, CorrectionBody body, ClaimsPrincipal caller, RecordCorrections corrections, PushJob job, CancellationToken cancellationToken)
    {
        if (!ApiProblem.TryRead<CorrectionOp>(Op(body.Op), "op", out var op, out var problem)) return problem!;
        var request = new CorrectionRequest(body.Field ?? "", body.Key, op ?? CorrectionOp.Replace, ValueText(body.Value));
        Actor actor = ApiCaller.Of(caller);
        switch (await corrections.CorrectAsync(id, [request], body.Version, body.Reason, actor, cancellationToken))
        {
            case CorrectionResult.Saved saved:
                job.StartNow(null);
                return TypedResults.Ok(new CorrectionView(saved.Version));
            case CorrectionResult.Invalid invalid:
                return ApiProblem.BadRequest(invalid.Sentence, invalid.Field);
            case CorrectionResult.Conflict conflict:
                return ApiProblem.Conflict($"The record now has version {conflict.CurrentVersion}. Read it again and decide whether the correction still holds.");
            default:
                return ApiProblem.NotFound($"record {id}");
        }
    }

    // "set" is what people try first for a single field.
    private static string? Op(string? op) => string.Equals(op, "set", StringComparison.OrdinalIgnoreCase) ? nameof(CorrectionOp.Replace) : op;

    private static string? ValueText(System.Text.Json.JsonElement? value) => value switch
    {
        null or { ValueKind: System.Text.Json.JsonValueKind.Null or System.Text.Json.JsonValueKind.Undefined } => null,
        { ValueKind: System.Text.Json.JsonValueKind.String } text => text.GetString(),
        { } element => element.GetRawText(),
    };
}
