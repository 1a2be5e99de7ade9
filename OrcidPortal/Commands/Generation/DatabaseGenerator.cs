using System.Collections.Frozen;
using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Commands.Generation;

/// <summary>Fills a database with people and records as a portal would have them after some years of use. The same seed gives the same rows, but for sealed tokens: a seal is never twice the same.</summary>
public sealed class DatabaseGenerator(
    Transactions transactions, IDbContextFactory<PortalDb> contexts, VocabularyStore vocabularies, IDataProtectionProvider protection,
    IOptions<OrcidOptions> orcid, IOptions<InstitutionOptions> institution, IOptions<PushOptions> push, TimeProvider time)
{
    // About ten rows each: far more than the 300 rows of a transaction in normal operation, which keep the write gate free for others. Here nobody else waits.
    private const int RecordsPerTransaction = 500;
    private const int PeoplePerTransaction = 1000;
    private const double SharedShare = 0.15;

    /// <summary>Generates. What was saved stays where it is cancelled.</summary>
    /// <param name="options">How much.</param>
    /// <param name="progress">Told after each transaction; null: nobody.</param>
    public async Task<GenerateResult> GenerateAsync(GenerateOptions options, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Refusal is { } refusal) return new GenerateResult.Refused(refusal);
        var started = time.GetTimestamp();
        var (people, records) = await CountAsync(cancellationToken);
        if (people > 0 && !options.Force) return new GenerateResult.Refused($"The database has {people} people already. Generate into an empty one, or add --force to put generated people beside them.");
        // What is added to earlier data has other numbers, and so other identifiers and ids.
        var random = new Random(unchecked(options.Seed + (records * 31) + people));
        var ids = new GeneratedIds(random, GenerateOptions.Today.AddYears(-1));
        var totals = new GenerationTotals();
        var facts = await FactsAsync(ids, records, cancellationToken);
        var crowd = await PeopleAsync(options, random, ids, people, totals, cancellationToken);
        facts = facts with { Authenticated = crowd.Select(p => p.Connection?.Orcid).OfType<string>().ToFrozenSet(StringComparer.Ordinal) };
        var generation = new RecordGeneration(random, ids, new ItemHistory(random, ids, facts.Orcid, facts.FirstPutCode), facts);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pages = Channel.CreateBounded<GeneratedPage>(2);
        var making = Task.Run(() => MakeAsync(pages.Writer, new PageMaking(random, generation, crowd, records), stop.Token), stop.Token);
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(stop.Token))
            {
                await SaveAsync(page, stop.Token);
                totals.Add(page);
                progress?.Report(new GenerateProgress(totals.RecordCount, totals.Works, time.GetElapsedTime(started)));
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
        await making;
        return totals.Result(time.GetElapsedTime(started));
    }

    private async Task<(int People, int Records)> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.People.CountAsync(cancellationToken), await db.Records.CountAsync(cancellationToken));
    }

    /// <summary>Puts the organisations that are missing into the directory and looks up what mapping must know.</summary>
    private async Task<GenerationFacts> FactsAsync(GeneratedIds ids, int records, CancellationToken cancellationToken)
    {
        var wanted = GeneratedOrganizations.All.Concat(GeneratedOrganizations.Funders).Select(o => (Organization: o, Id: ids.Next())).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var there = await db.OrganizationIdentifiers.AsNoTracking().Where(i => i.Source == "ROR").ToDictionaryAsync(i => i.Value, i => i.OrganizationId, cancellationToken);
        await SaveAsync(wanted.Where(w => !there.ContainsKey(w.Organization.Ror)).Select(w => w.Organization.Row(w.Id, GenerateOptions.Today.AddYears(-1))), cancellationToken);
        var known = wanted.Select(w => (w.Organization, new OrganizationMatch(
            there.GetValueOrDefault(w.Organization.Ror, w.Id), w.Organization.Name, w.Organization.City, w.Organization.Region, w.Organization.Country, "ROR", w.Organization.Ror, w.Organization.Tie)));
        var instance = await db.Instances.AsNoTracking().Select(i => i.InstanceId).SingleAsync(cancellationToken);
        return new GenerationFacts(
            instance, orcid.Value, institution.Value, push.Value, await vocabularies.CurrentAsync(db, cancellationToken), GeneratedOrganizations.Directory(known), 1_000_000 + (records * 10L));
    }

    private async Task<List<GeneratedPerson>> PeopleAsync(GenerateOptions options, Random random, GeneratedIds ids, int before, GenerationTotals totals, CancellationToken cancellationToken)
    {
        var making = new GeneratedPeople(random, ids, orcid.Value, new TokenSeal(protection));
        var shares = WorkShares.Of(random, options.People, options.Works);
        var crowd = new List<GeneratedPerson>(options.People);
        for (var i = 0; i < options.People; i++) crowd.Add(making.Make(before + i, shares[i]));
        foreach (var chunk in crowd.Chunk(PeoplePerTransaction))
            await SaveAsync(chunk.SelectMany(p => new object?[] { p.Person, p.Connection, p.Preference }).OfType<object>(), cancellationToken);
        totals.Add(crowd);
        return crowd;
    }

    /// <summary>One page is made while the one before is saved.</summary>
    private static async Task MakeAsync(ChannelWriter<GeneratedPage> pages, PageMaking making, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var page in making.Pages(RecordsPerTransaction, SharedShare)) await pages.WriteAsync(page, cancellationToken);
            pages.Complete();
        }
        catch (Exception e)
        {
            pages.Complete(e);
            throw;
        }
    }

    private Task SaveAsync(IEnumerable<object> rows, CancellationToken cancellationToken) => transactions.RunAsync((db, _) =>
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    }, cancellationToken);

    private Task SaveAsync(GeneratedPage page, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        // SQLite keeps the upper pages of its trees in memory, or each row in no order would read the disk.
        if (db is SqlitePortalDb) await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -200000", ct);
        await page.InsertAsync(db, ct);
    }, cancellationToken);
}
