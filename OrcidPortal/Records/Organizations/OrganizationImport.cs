using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records.Organizations;

/// <summary>The directory as a file and back: first a look at what a file would do, then all of it at once or nothing.</summary>
public sealed class OrganizationImport(IDbContextFactory<PortalDb> contexts, Transactions transactions, IOptions<OrganizationsOptions> options, TimeProvider time)
{
    /// <summary>So many organisations may be new or changed at once.</summary>
    public const int MostChanges = 1000;

    // More changes than these and all that names an organisation is looked at again, with one request.
    private const int FewChanges = 25;
    private const int Chunk = 200;
    private const string Cause = "organisations imported";
    private readonly OrganizationSearch _search = new(options.Value.Order);

    /// <summary>The organisations that curators added, changed or marked, and those that records name, by name; not the rest of ROR.</summary>
    public async IAsyncEnumerable<OrganizationFileRow> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<Guid> ids;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var own = await db.Organizations.AsNoTracking().Where(o => o.Source == OrganizationSource.Hand || o.Tie != OrganizationTie.None).Select(o => o.Id).ToListAsync(cancellationToken);
            ids = [.. (await OrganizationUse.UsedAsync(db, cancellationToken)).Union(own)];
        }
        foreach (var chunk in ids.Chunk(Chunk))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var organizations = await db.Organizations.AsNoTracking().AsSplitQuery().Include(o => o.Identifiers).Include(o => o.Names)
                .Where(o => chunk.Contains(o.Id)).OrderBy(o => o.SortName).ThenBy(o => o.Id).ToListAsync(cancellationToken);
            var counts = await OrganizationUse.CountAsync(db, organizations, cancellationToken);
            foreach (var organization in organizations) yield return new OrganizationFileRow(OrganizationCells.Of(organization, _search.Ordered(organization.Identifiers)), counts[organization.Id]);
        }
    }

    /// <summary>What the lines would do; changes nothing.</summary>
    /// <param name="lines">In the order of the file; one that is refused does not keep the others from being applied.</param>
    public async Task<OrganizationPlan> LookAsync(IReadOnlyCollection<OrganizationFileLine> lines, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Plan(await LinesAsync(db, lines, cancellationToken));
    }

    /// <summary>Saves every line that changes something, and asks for the records that name the organisations to be planned again.</summary>
    /// <param name="lines">The same lines that were looked at.</param>
    /// <param name="seen">What the person saw that they would do.</param>
    /// <param name="fileName">As the sender called it, for the audit only.</param>
    /// <param name="actor">Who does it.</param>
    public Task<OrganizationImportResult> ApplyAsync(IReadOnlyCollection<OrganizationFileLine> lines, OrganizationPlan seen, string fileName, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(actor);
        // One transaction however many lines: half of a file is worse than a moment's wait for other writers.
        return transactions.RunAsync<OrganizationImportResult>(async (db, ct) =>
        {
            var all = await LinesAsync(db, lines, ct);
            var plan = Plan(all);
            if (plan.Sentence is not null || plan.Mark != seen.Mark) return new OrganizationImportResult.Moved(plan);
            if (plan.Figures.Changes == 0) return new OrganizationImportResult.Applied(plan.Figures);
            var now = time.GetUtcNow();
            var few = plan.Figures.Changes <= FewChanges;
            var saving = new OrganizationSaving(actor, now, Cause, few);
            foreach (var (change, draft) in all.Where(l => l.Draft is not null))
            {
                var (saved, _) = await saving.SaveAsync(db, change.OrganizationId, draft!, ct);
                // Somebody took it, or its identifier, since the plan of this very transaction: it starts again from the plan.
                if (saved is null) throw new DbUpdateConcurrencyException();
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
            }
            OrganizationAudit.Add(db, actor, "organizations.imported", "organizations:file", null, plan.Figures.Describe(fileName), now);
            if (!few) PlanRequests.AskTerm(db, VocabularyNames.Organization, null, Cause, now);
            return new OrganizationImportResult.Applied(plan.Figures);
        }, cancellationToken);
    }

    private Task<IReadOnlyList<(OrganizationChange Change, OrganizationDraft? Draft)>> LinesAsync(PortalDb db, IEnumerable<OrganizationFileLine> lines, CancellationToken cancellationToken) =>
        new OrganizationPlanning(db, o => _search.Ordered(o.Identifiers)).RunAsync(lines, cancellationToken);

    private static OrganizationPlan Plan(IReadOnlyList<(OrganizationChange Change, OrganizationDraft? Draft)> lines)
    {
        var plan = new OrganizationPlan([.. lines.Select(l => l.Change)]);
        return plan.Figures.Changes <= MostChanges ? plan
            : plan with { Sentence = $"{plan.Figures.Changes:N0} organisations would be new or changed. At most {MostChanges:N0} can be at once: divide the file." };
    }
}
