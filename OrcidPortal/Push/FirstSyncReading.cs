using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.Mapping.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Push;

/// <summary>Sorts a person's works for the first sync: by what ORCID holds from others and from us.</summary>
public sealed class FirstSyncReading(IDbContextFactory<PortalDb> contexts, VocabularyStore vocabularies, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    private static readonly TimeSpan ReadPatience = TimeSpan.FromMinutes(2);

    internal async Task<FirstSyncView?> LoadAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var connection = await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == orcid.Value.EnvironmentName, cancellationToken);
        if (connection is not { State: ConnectionState.Connected, FirstSyncConfirmedAt: null, Orcid: { } iD }) return null;
        if (connection.ReadAt is null) return Empty(await FailureAsync(db, connection, cancellationToken));
        if (await DueItems.MustWaitAsync(db, personId, time.GetUtcNow(), cancellationToken)) return Empty(null);

        var items = await db.SyncItems.AsNoTracking()
            .Where(i => i.PersonId == personId && i.Desired == Desired.Present && (i.ExcludedAt == null || (i.ExcludedReason == FirstSync.LeftOut && !i.ExcludedByLibrary)))
            .Join(db.Records, i => i.RecordId, r => r.Id, (Item, r) => new Line(Item, r.Title, r.SortTitle, r.Year, r.Fields)).ToListAsync(cancellationToken);
        var foreign = await db.ForeignCopies.AsNoTracking().Where(c => c.Environment == connection.Environment && c.Orcid == iD)
            // Not what they say: of ten thousand works that is much.
            .Select(c => new ForeignCopy { Id = c.Id, Environment = c.Environment, Orcid = c.Orcid, Section = c.Section, PutCode = c.PutCode, SourceName = c.SourceName, Title = c.Title, Type = c.Type, Year = c.Year, SelfKeys = c.SelfKeys })
            .ToListAsync(cancellationToken);
        var broken = items.Where(i => i.Item.ProblemCount > 0).Select(i => i.Item.RecordId).ToArray();
        var problems = (await db.RecordProblems.AsNoTracking().Where(p => broken.Contains(p.RecordId) && (p.PersonId == null || p.PersonId == personId)).ToListAsync(cancellationToken))
            .ToLookup(p => p.RecordId);
        return Sort(items, foreign, problems, await vocabularies.CurrentAsync(db, cancellationToken));
    }

    private static FirstSyncView Sort(List<Line> lines, List<ForeignCopy> foreign, ILookup<Guid, RecordProblem> problems, VocabularySnapshot words)
    {
        var byKey = foreign.SelectMany(c => c.SelfKeys.Select(k => (Key: (c.Section, k), c))).ToLookup(p => p.Key, p => p.c);
        var byTitle = foreign.ToLookup(c => (c.Section, RecordUpdate.SortForm(c.Title)));
        var theirs = foreign.Where(c => c.Section == KindSections.NameOf(RecordKind.Work)).ToList();
        var matcher = new WorkMatcher([.. theirs.Select(c => Matchable(c.SelfKeys, c.Title, null, c.Year, c.Type))]);
        List<FirstSyncRow> notThere = [], already = [], looks = [], ours = [], broken = [];
        foreach (var line in lines.OrderByDescending(l => l.Year).ThenBy(l => l.SortTitle, StringComparer.Ordinal))
        {
            var section = KindSections.NameOf(line.Item.Kind);
            var shared = line.Item.SelfKeys.SelectMany(k => byKey[(section, k)]).FirstOrDefault();
            var type = words.TypeOf(line.Item.Kind, line.Fields.Type);
            var alike = shared is not null ? null
                : line.Item.Kind == RecordKind.Work ? Likeliest(matcher.Match(Matchable(line.Item.SelfKeys, line.Fields.Title ?? "", line.Fields.Subtitle, line.Year, type)), theirs)
                : line.SortTitle.Length == 0 ? null : byTitle[(section, line.SortTitle)].FirstOrDefault(c => c.Year == line.Year || c.Year is null || line.Year is null);
            var group = line.Item switch
            {
                { PutCode: not null } => ours,
                { ProblemCount: > 0 } => broken,
                _ when shared is not null => already,
                _ when alike is not null => looks,
                _ => notThere,
            };
            var other = group == already ? shared : group == looks ? alike : null;
            group.Add(new FirstSyncRow(
                line.Item.Id, line.Item.RecordId, line.Item.Kind, line.Title, line.Year, type ?? line.Fields.Type?.Value, other?.SourceName, [.. problems[line.Item.RecordId]]));
        }
        return new FirstSyncView(false, null, notThere, already, looks, ours, broken, Notices(notThere));
    }

    private static MatchableWork Matchable(IEnumerable<string> selfKeys, string title, string? subtitle, int? year, string? type) =>
        new([.. selfKeys.Select(k => k.Split(':', 2)).Where(k => k.Length == 2).Select(k => new ExternalId(k[0], k[1], Relationship.Self))], title, subtitle, year, type, []);

    /// <summary>What the person is asked about, also where it is sure: without an identifier in common ORCID would show both.</summary>
    private static ForeignCopy? Likeliest(WorkMatch match, List<ForeignCopy> theirs) => match switch
    {
        WorkMatch.Sure sure => theirs[sure.Index],
        WorkMatch.Maybe maybe => theirs[maybe.Candidates[0].Index],
        _ => null,
    };

    /// <summary>A hundred works make one notice in the inbox, everything else one each.</summary>
    private static int Notices(List<FirstSyncRow> rows)
    {
        var works = rows.Count(r => r.Kind == RecordKind.Work);
        return ((works + OrcidMemberClient.BulkLimit - 1) / OrcidMemberClient.BulkLimit) + rows.Count - works;
    }

    /// <summary>What the last reading since connecting met; a job that never came back counts as one after a while.</summary>
    private async Task<string?> FailureAsync(PortalDb db, Connection connection, CancellationToken cancellationToken)
    {
        if (connection.LockedAt is not null) return "ORCID has locked the record. The portal looks again in a week.";
        var last = await db.History.AsNoTracking().Where(h => h.PersonId == connection.PersonId && h.Operation == SyncOperation.Read)
            .OrderByDescending(h => h.Id).Select(h => new { h.At, h.Outcome, h.Message }).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && last.At >= connection.ConnectedAt && last.Outcome == HistoryOutcome.Failed) return last.Message;
        return connection.ConnectedAt + ReadPatience < time.GetUtcNow() ? "The ORCID record has not been read yet. The portal tries again by itself." : null;
    }

    private static FirstSyncView Empty(string? failure) => new(failure is null, failure, [], [], [], [], [], 0);

    private sealed record Line(SyncItem Item, string Title, string SortTitle, int? Year, RecordFields Fields);
}
