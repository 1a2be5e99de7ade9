using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Mapping.Matching;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Pull;

/// <summary>What a person says of an entry of their ORCID record, other than "this is mine".</summary>
public sealed class SuggestionAnswers(Transactions transactions, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    /// <summary>Not to be asked again.</summary>
    /// <returns>False where it is not theirs, or nothing is asked.</returns>
    public Task<bool> DismissAsync(Guid personId, Guid suggestionId, Actor actor, CancellationToken cancellationToken) =>
        AnswerAsync(personId, suggestionId, actor, "suggestion.dismissed", s => s.State == SuggestionState.Open && s.Match != SuggestionMatch.Same, (_, s, _) => Task.FromResult(Decide(s, SuggestionState.Dismissed, actor)), cancellationToken);

    /// <summary>To be asked again after all.</summary>
    /// <returns>False where it is not theirs, or was not dismissed.</returns>
    public Task<bool> ReopenAsync(Guid personId, Guid suggestionId, Actor actor, CancellationToken cancellationToken) =>
        AnswerAsync(personId, suggestionId, actor, "suggestion.reopened", s => s.State == SuggestionState.Dismissed, (_, s, _) =>
        {
            (s.State, s.DecidedAt, s.DecidedBy) = (SuggestionState.Open, null, null);
            return Task.FromResult(true);
        }, cancellationToken);

    /// <summary>It is this record of theirs: nothing is added here, nor sent there.</summary>
    /// <returns>False where one of the two is not theirs.</returns>
    public Task<bool> SameAsync(Guid personId, Guid suggestionId, Guid recordId, Actor actor, CancellationToken cancellationToken) =>
        AnswerAsync(personId, suggestionId, actor, "suggestion.same", s => s.State == SuggestionState.Open && s.Match != SuggestionMatch.Same, async (db, s, ct) =>
        {
            if (!await db.Records.AnyAsync(r => r.Id == recordId && r.Kind == s.Kind && r.MergedInto == null && r.People.Any(p => p.PersonId == personId && p.EndedAt == null), ct)) return false;
            (s.Match, s.RecordId) = (SuggestionMatch.Same, recordId);
            Decide(s, SuggestionState.Settled, actor);
            PlanRequests.Ask(db, PlanScope.Person, personId, "suggestion", time.GetUtcNow());
            // What ORCID says more about it is worked out by the next comparison.
            await db.Connections.Where(c => c.PersonId == personId && c.Environment == s.Environment).ExecuteUpdateAsync(u => u.SetProperty(c => c.ComparedAt, (DateTimeOffset?)null).SetProperty(c => c.ReadTriedAt, (DateTimeOffset?)null), ct);
            return true;
        }, cancellationToken);

    /// <summary>It is none of these: it is something new.</summary>
    /// <returns>False where it is not theirs, or nothing is asked.</returns>
    public Task<bool> DifferentAsync(Guid personId, Guid suggestionId, Actor actor, CancellationToken cancellationToken) =>
        AnswerAsync(personId, suggestionId, actor, "suggestion.different", s => s.State == SuggestionState.Open && s.Match == SuggestionMatch.Maybe, (_, s, _) =>
        {
            (s.Match, s.Candidates) = (SuggestionMatch.New, []);
            return Task.FromResult(Decide(s, SuggestionState.Open, actor));
        }, cancellationToken);

    /// <summary>What ORCID says more or otherwise is decided: where the person did not take it, ours stays.</summary>
    /// <param name="decided">The differences as they were shown; something else is asked again.</param>
    /// <returns>False where it is not theirs.</returns>
    public Task<bool> SettleAsync(Guid personId, Guid suggestionId, IReadOnlyCollection<FieldDifference> decided, Actor actor, CancellationToken cancellationToken) =>
        AnswerAsync(personId, suggestionId, actor, "suggestion.settled", s => s.Match == SuggestionMatch.Same, (_, s, _) =>
        {
            s.Decided = [.. s.Decided.Concat(decided.Select(d => d.Digest)).Distinct()];
            s.Differences = [.. s.Differences.Except(decided.Select(d => d.Id))];
            return Task.FromResult(s.Differences.Count > 0 || Decide(s, SuggestionState.Settled, actor));
        }, cancellationToken);

    private bool Decide(Suggestion suggestion, SuggestionState state, Actor actor)
    {
        (suggestion.State, suggestion.DecidedAt, suggestion.DecidedBy) = (state, time.GetUtcNow(), actor.Name);
        return true;
    }

    private Task<bool> AnswerAsync(
        Guid personId, Guid suggestionId, Actor actor, string action, Func<Suggestion, bool> isAsked, Func<PortalDb, Suggestion, CancellationToken, Task<bool>> answer, CancellationToken cancellationToken) =>
        transactions.RunAsync(async (db, ct) =>
        {
            var environment = orcid.Value.EnvironmentName;
            if (await db.Suggestions.FirstOrDefaultAsync(s => s.Id == suggestionId && s.PersonId == personId && s.Environment == environment, ct) is not { } suggestion || !isAsked(suggestion)) return false;
            if (!await answer(db, suggestion, ct)) return false;
            AuditLog.Add(db, actor, action, $"person:{personId}", null, $"{suggestion.Section} {suggestion.PutCode}", time.GetUtcNow());
            await Topics.TouchAsync(db, Topics.Person(personId), ct);
            return true;
        }, cancellationToken);
}
