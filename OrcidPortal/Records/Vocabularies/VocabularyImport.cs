using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>Takes what a file says of words into the vocabularies: first a look, then all of it at once or nothing.</summary>
public sealed class VocabularyImport(VocabularyStore store, Transactions transactions, TimeProvider time)
{
    // More changes than these and the whole vocabulary is looked at again, with one request.
    private const int FewWords = 25;
    private const int Chunk = 250;
    private const string Cause = "vocabulary.imported";

    /// <summary>What the lines would do; changes nothing.</summary>
    /// <param name="lines">In the order of the file; one that is refused does not keep the others from being applied.</param>
    public async Task<VocabularyPlan> LookAsync(IReadOnlyCollection<VocabularyFileLine> lines, CancellationToken cancellationToken) =>
        VocabularyPlanning.Run(await store.CurrentAsync(cancellationToken), lines);

    /// <summary>Saves every line that changes something, and asks for the records that use the words to be planned again.</summary>
    /// <param name="lines">The same lines that were looked at.</param>
    /// <param name="version">Of the plan that the person saw.</param>
    /// <param name="fileName">As the sender called it, for the audit only.</param>
    /// <param name="actor">Who does it.</param>
    public Task<VocabularyImportResult> ApplyAsync(IReadOnlyCollection<VocabularyFileLine> lines, long version, string fileName, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(actor);
        // One transaction however many lines: half of a file is worse than a moment's wait for other writers.
        return transactions.RunAsync<VocabularyImportResult>(async (db, ct) =>
        {
            var topic = await db.Topics.SingleOrDefaultAsync(t => t.Key == VocabularyStore.Topic, ct);
            var plan = VocabularyPlanning.Run(await store.CurrentAsync(db, topic?.Version ?? 0, ct), lines);
            if (plan.Version != version) return new VocabularyImportResult.Moved(plan);
            var changes = plan.Lines.Where(VocabularyPlanning.Changes).ToList();
            if (changes.Count == 0) return new VocabularyImportResult.Applied(plan.Figures);
            var now = time.GetUtcNow();
            if (topic is null) db.Topics.Add(topic = new Topic { Key = VocabularyStore.Topic });
            topic.Version++;
            foreach (var chunk in changes.Chunk(Chunk)) await PutAsync(db, chunk, actor, now, ct);
            db.Audit.Add(VocabularyStore.Line(actor, Cause, "vocabularies", null, plan.Figures.Describe(fileName), now));
            await AskAsync(db, changes, now, ct);
            return new VocabularyImportResult.Applied(plan.Figures);
        }, cancellationToken);
    }

    private static async Task PutAsync(PortalDb db, IReadOnlyCollection<VocabularyChange> changes, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (vocabularies, values) = (changes.Select(c => c.Vocabulary).Distinct().ToArray(), changes.Select(c => c.Word).Distinct().ToArray());
        var entries = (await db.VocabularyEntries.Where(v => vocabularies.Contains(v.Vocabulary) && values.Contains(v.Value)).ToListAsync(cancellationToken)).ToDictionary(v => (v.Vocabulary, v.Value));
        foreach (var change in changes)
        {
            if (!entries.TryGetValue((change.Vocabulary, change.Word), out var entry)) db.VocabularyEntries.Add(entry = new VocabularyEntry { Vocabulary = change.Vocabulary, Value = change.Word, By = "" });
            (entry.Target, entry.By, entry.At) = (change.After, VocabularyStore.By(actor), now);
            db.Audit.Add(VocabularyStore.Line(actor, "vocabulary.set", VocabularyStore.Subject(change.Vocabulary, change.Word), change.Before ?? VocabularyPlan.None, change.After ?? VocabularyPlan.None, now));
        }
    }

    private static async Task AskAsync(PortalDb db, IReadOnlyCollection<VocabularyChange> changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (changes.Any(c => VocabularyStore.IsInNoTerm(c.Vocabulary, c.Word)))
        {
            PlanRequests.Ask(db, PlanScope.Everything, null, Cause, now);
            return;
        }
        foreach (var group in changes.GroupBy(c => c.Vocabulary))
            if (group.Count() > FewWords) PlanRequests.AskTerm(db, group.Key, null, Cause, now);
            else
            {
                var terms = new HashSet<string>(group.Select(c => c.Word), StringComparer.Ordinal);
                foreach (var change in group) terms.UnionWith(await VocabularyStore.TermsAsync(db, group.Key, change.Word, cancellationToken));
                foreach (var term in terms) PlanRequests.AskTerm(db, group.Key, term, Cause, now);
            }
    }
}
