using Microsoft.AspNetCore.Http.HttpResults;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Mapping;
using OrcidPortal.Security;

namespace OrcidPortal.Api;

/// <summary><c>/history</c>: everything that was sent, read and answered.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistory(this RouteGroupBuilder api) => api.MapGet("/history", ListAsync).WithName("ListHistory")
        .WithSummary("Everything sent, read and answered, newest first, 50 at a time. person: a local id; code: an HTTP status or ORCID's code; from, to: times, to not included; query: words of title or person, or an ORCID iD.");

    private static async Task<Results<Ok<ListOf<HistoryLineView>>, ProblemHttpResult>> ListAsync(
        string? operation, string? outcome, string? kind, int? code, DateTimeOffset? from, DateTimeOffset? to, string? query, string? person, Guid? record, string? cursor,
        People people, HistoryList history, CancellationToken cancellationToken)
    {
        if (!ApiProblem.TryRead<SyncOperation>(operation, "operation", out var wantedOperation, out var problem)
            || !ApiProblem.TryRead<HistoryOutcome>(outcome, "outcome", out var wantedOutcome, out problem)
            || !ApiProblem.TryRead<RecordKind>(kind, "kind", out var wantedKind, out problem)) return problem!;
        Guid? personId = null;
        if (person is { Length: > 0 })
        {
            if (await people.FindAsync(person, cancellationToken) is not { } owner) return ApiProblem.NotFound($"person {person}");
            personId = owner.Id;
        }
        var section = wantedKind is { } k ? KindSections.NameOf(k) : null;
        var filter = new HistoryFilter(wantedOperation, wantedOutcome, section, code, from, to, query, personId, record);
        return TypedResults.Ok(ListOf<HistoryLineView>.From(await history.ListAsync(filter, cursor, cancellationToken), HistoryLineView.Of));
    }
}

/// <summary>A line of the ledger, with whom it is about.</summary>
/// <param name="Person">The person's local id.</param>
/// <param name="Kind">What kind of entry; null: the ORCID record as a whole.</param>
/// <param name="Status">ORCID's HTTP status, where there was an answer.</param>
/// <param name="Message">ORCID's words or ours.</param>
/// <param name="By">Who or what started it.</param>
/// <param name="AgreementId">What the person had agreed to when it was sent.</param>
/// <param name="BatchId">Lines of one call have the same.</param>
public sealed record HistoryLineView(
    long Id, DateTimeOffset At, SyncOperation Operation, HistoryOutcome Outcome, string? Person, string? Orcid, RecordKind? Kind, Guid? RecordId, string? Title, long? PutCode, int? Status,
    int? OrcidCode, string? Message, string By, Guid? AgreementId, Guid? BatchId, int? DurationMs)
{
    internal static HistoryLineView Of(HistoryRow row)
    {
        var h = row.Line;
        return new(h.Id, h.At, h.Operation, h.Outcome, row.Person?.LocalId, h.Orcid, KindSections.Of(h.Section), h.RecordId, row.Title, h.PutCode, h.HttpStatus,
            h.OrcidCode, h.Message, h.By, h.AgreementId, h.BatchId, h.DurationMs);
    }
}
