using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>The institution's vocabularies: read by everybody who maps, changed by curators.</summary>
public sealed class VocabularyStore(IDbContextFactory<PortalDb> contexts, Transactions transactions, TimeProvider time)
{
    /// <summary>The topic whose version rises with each change.</summary>
    public const string Topic = "vocabularies";
    private volatile VocabularySnapshot _current = VocabularySnapshot.Defaults;

    /// <summary>What was loaded last; for who cannot wait.</summary>
    public VocabularySnapshot Latest => _current;

    /// <summary>The vocabularies as they are now.</summary>
    public async Task<VocabularySnapshot> CurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CurrentAsync(db, cancellationToken);
    }

    /// <inheritdoc cref="CurrentAsync(CancellationToken)"/>
    /// <param name="db">The caller's context; one small query where nothing changed.</param>
    public async Task<VocabularySnapshot> CurrentAsync(PortalDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await CurrentAsync(db, await db.Topics.AsNoTracking().Where(t => t.Key == Topic).Select(t => t.Version).FirstOrDefaultAsync(cancellationToken), cancellationToken);
    }

    /// <inheritdoc cref="CurrentAsync(CancellationToken)"/>
    /// <param name="db">The caller's context.</param>
    /// <param name="version">Of <see cref="Topic"/>, just read: no query where nothing changed.</param>
    public async Task<VocabularySnapshot> CurrentAsync(PortalDb db, long version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (_current is var current && current.Version == version) return current;
        var entries = await db.VocabularyEntries.AsNoTracking().ToListAsync(cancellationToken);
        return _current = VocabularySnapshot.Of(entries, version);
    }

    /// <summary>Says what ORCID calls a value; the records that use it are planned again.</summary>
    /// <param name="vocabulary">A name of <see cref="VocabularyNames.All"/>.</param>
    /// <param name="value">As sources write it, up to 200 characters.</param>
    /// <param name="target">ORCID's value; null: there is none.</param>
    /// <param name="cause">What the planner names as the cause of what follows; null: the change itself.</param>
    public Task<SetTermResult> SetAsync(string vocabulary, string value, string? target, Actor actor, CancellationToken cancellationToken, string? cause = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!VocabularyNames.All.Contains(vocabulary)) return Task.FromResult<SetTermResult>(new SetTermResult.Invalid($"There is no vocabulary \"{vocabulary}\". They are {string.Join(", ", VocabularyNames.All)}."));
        if (VocabularyKeys.Of(value) is not { Length: > 0 } key) return Task.FromResult<SetTermResult>(new SetTermResult.Invalid("Give the value as the source writes it."));
        if (target is not null && !VocabularySnapshot.Targets(vocabulary).Contains(target, StringComparer.Ordinal))
            return Task.FromResult<SetTermResult>(new SetTermResult.Invalid($"\"{target}\" is not a value of ORCID here. Choose one of its values, for example {VocabularySnapshot.Targets(vocabulary)[0]}."));
        if (target is null && !VocabularyNames.MayBeNothing(vocabulary))
            return Task.FromResult<SetTermResult>(new SetTermResult.Invalid($"Something must be said here. Choose one of {string.Join(", ", VocabularySnapshot.Targets(vocabulary))}."));
        return transactions.RunAsync(async (db, ct) =>
        {
            var entry = await db.VocabularyEntries.SingleOrDefaultAsync(v => v.Vocabulary == vocabulary && v.Value == key, ct);
            if (entry is not null && entry.Target == target) return new SetTermResult.Saved(0);
            var (now, before) = (time.GetUtcNow(), entry?.Target ?? VocabularyDefaults.Resolve(vocabulary, key));
            if (entry is null) db.VocabularyEntries.Add(entry = new VocabularyEntry { Vocabulary = vocabulary, Value = key, By = "" });
            (entry.Target, entry.By, entry.At) = (target, By(actor), now);
            return await FinishAsync(db, vocabulary, key, before, target ?? "none", "vocabulary.set", actor, now, cause, ct);
        }, cancellationToken);
    }

    /// <summary>Takes the institution's word back: the default counts again.</summary>
    /// <param name="cause">As with <see cref="SetAsync"/>.</param>
    public Task<SetTermResult> ResetAsync(string vocabulary, string value, Actor actor, CancellationToken cancellationToken, string? cause = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var key = VocabularyKeys.Of(value);
        return transactions.RunAsync(async (db, ct) =>
        {
            if (await db.VocabularyEntries.SingleOrDefaultAsync(v => v.Vocabulary == vocabulary && v.Value == key, ct) is not { } entry) return new SetTermResult.Saved(0);
            db.VocabularyEntries.Remove(entry);
            return await FinishAsync(db, vocabulary, key, entry.Target, VocabularyDefaults.Resolve(vocabulary, key) ?? "none", "vocabulary.reset", actor, time.GetUtcNow(), cause, ct);
        }, cancellationToken);
    }

    private static async Task<SetTermResult> FinishAsync(
        PortalDb db, string vocabulary, string key, string? before, string after, string action, Actor actor, DateTimeOffset now, string? cause, CancellationToken cancellationToken)
    {
        var topic = await db.Topics.SingleOrDefaultAsync(t => t.Key == Topic, cancellationToken);
        if (topic is null) db.Topics.Add(topic = new Topic { Key = Topic });
        topic.Version++;
        db.Audit.Add(Line(actor, action, Subject(vocabulary, key), before ?? "none", after, now));
        var terms = await TermsAsync(db, vocabulary, key, cancellationToken);
        if (IsInNoTerm(vocabulary, key)) PlanRequests.Ask(db, PlanScope.Everything, null, cause ?? action, now);
        else foreach (var term in terms.Append(key).Distinct()) PlanRequests.AskTerm(db, vocabulary, term, cause ?? action, now);
        return new SetTermResult.Saved(await db.RecordTerms.CountAsync(t => t.Vocabulary == vocabulary && terms.Contains(t.Value), cancellationToken));
    }

    /// <summary>A line of the audit.</summary>
    internal static AuditEntry Line(Actor actor, string action, string subject, string? before, string after, DateTimeOffset now) =>
        new() { At = now, By = By(actor), Action = action, Subject = subject, Before = before, After = after };

    /// <summary>What the audit calls a word.</summary>
    internal static string Subject(string vocabulary, string key) => $"{vocabulary}:{(key.Length <= 150 ? key : key[..150])}";

    internal static string By(Actor actor) => actor.Name.Length <= 300 ? actor.Name : actor.Name[..300];

    /// <summary>Who may be "mine", and how identifiers relate, is not told by any word of a record, and ORCID's own words are not kept: all records are looked at.</summary>
    internal static bool IsInNoTerm(string vocabulary, string key) =>
        vocabulary is VocabularyNames.OwnRole or VocabularyNames.IdentifierRelationship || (VocabularyDefaults.Resolve(vocabulary, key) is { } word && VocabularyKeys.Of(word) == key);

    /// <summary>The words of records that an entry decides: itself, and for the bare word of a type those with a scheme.</summary>
    internal static Task<List<string>> TermsAsync(PortalDb db, string vocabulary, string key, CancellationToken cancellationToken)
    {
        var (withScheme, hasSchemes) = (":" + key, vocabulary is VocabularyNames.WorkType or VocabularyNames.FundingType);
        return db.RecordTerms.Where(t => t.Vocabulary == vocabulary && (t.Value == key || (hasSchemes && t.Value.EndsWith(withScheme))))
            .Select(t => t.Value).Distinct().ToListAsync(cancellationToken);
    }
}

/// <summary>What became of a change.</summary>
public abstract record SetTermResult
{
    private SetTermResult() { }

    /// <summary>It counts; so many records use the value.</summary>
    public sealed record Saved(int Records) : SetTermResult;

    /// <summary>It cannot be; nothing was saved.</summary>
    public sealed record Invalid(string Sentence) : SetTermResult;
}
