using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <summary>Every table. Read through <see cref="IDbContextFactory{TContext}"/>, one context per operation; write through <see cref="Transactions"/>.</summary>
public abstract class PortalDb(DbContextOptions options) : DbContext(options)
{
    private readonly RecordsToFixKeeping _toFix = new();

    public DbSet<Person> People => Set<Person>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Record> Records => Set<Record>();
    public DbSet<SourceEntry> SourceEntries => Set<SourceEntry>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<RecordKey> RecordKeys => Set<RecordKey>();
    public DbSet<RecordPerson> RecordPeople => Set<RecordPerson>();
    public DbSet<RecordTerm> RecordTerms => Set<RecordTerm>();
    public DbSet<RecordProblem> RecordProblems => Set<RecordProblem>();
    public DbSet<RecordChange> RecordChanges => Set<RecordChange>();
    public DbSet<PlanRequest> PlanRequests => Set<PlanRequest>();
    public DbSet<RecordToFix> RecordsToFix => Set<RecordToFix>();
    public DbSet<BulkFix> BulkFixes => Set<BulkFix>();
    public DbSet<BulkFixLine> BulkFixLines => Set<BulkFixLine>();
    public DbSet<VocabularyEntry> VocabularyEntries => Set<VocabularyEntry>();
    public DbSet<Organization> Organizations => Set<Organization>();
    public DbSet<OrganizationIdentifier> OrganizationIdentifiers => Set<OrganizationIdentifier>();
    public DbSet<OrganizationName> OrganizationNames => Set<OrganizationName>();
    public DbSet<SyncItem> SyncItems => Set<SyncItem>();
    public DbSet<RemoteCopy> RemoteCopies => Set<RemoteCopy>();
    public DbSet<ForeignCopy> ForeignCopies => Set<ForeignCopy>();
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();
    public DbSet<Deposit> Deposits => Set<Deposit>();
    public DbSet<WebhookRegistration> WebhookRegistrations => Set<WebhookRegistration>();
    public DbSet<Connection> Connections => Set<Connection>();
    public DbSet<Revocation> Revocations => Set<Revocation>();
    public DbSet<ConnectAttempt> ConnectAttempts => Set<ConnectAttempt>();
    public DbSet<Preference> Preferences => Set<Preference>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<Batch> Batches => Set<Batch>();
    public DbSet<BatchItem> BatchItems => Set<BatchItem>();
    public DbSet<CallAllowance> CallAllowances => Set<CallAllowance>();
    public DbSet<SendingPause> SendingPauses => Set<SendingPause>();
    public DbSet<Resend> Resends => Set<Resend>();
    public DbSet<FailedCall> FailedCalls => Set<FailedCall>();
    public DbSet<Comparison> Comparisons => Set<Comparison>();
    public DbSet<ComparedPerson> ComparedPeople => Set<ComparedPerson>();
    public DbSet<Difference> Differences => Set<Difference>();
    public DbSet<DuplicatePair> DuplicatePairs => Set<DuplicatePair>();
    public DbSet<MergeNotice> MergeNotices => Set<MergeNotice>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();
    public DbSet<ImportLine> ImportLines => Set<ImportLine>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<Instance> Instances => Set<Instance>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var once = BeforeSave();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var once = BeforeSave();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => PortalModel.Configure(modelBuilder);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<RecordFields>().HaveConversion<JsonText<RecordFields>>();
        configurationBuilder.Properties<ValueList<string>>().HaveConversion<JsonText<ValueList<string>>, ByContent<ValueList<string>>>();
        configurationBuilder.Properties<ValueList<ProposedChange>>().HaveConversion<JsonText<ValueList<ProposedChange>>, ByContent<ValueList<ProposedChange>>>();
    }

    /// <summary>Brings what is kept beside the tables to what was saved; the last thing before a commit.</summary>
    internal Task KeepAsync(CancellationToken cancellationToken) => _toFix.KeepAsync(this, cancellationToken);

    /// <summary>Raises what is concurrent. What changed is looked for once: comparing all that is tracked is the dearest part of a save.</summary>
    private DetectedOnce BeforeSave()
    {
        if (Database.CurrentTransaction is null) throw new InvalidOperationException($"Save through {nameof(Transactions)}: it holds the write gate and retries conflicts.");
        ChangeTracker.DetectChanges();
        var once = new DetectedOnce(ChangeTracker);
        foreach (var entry in ChangeTracker.Entries<IConcurrent>())
            if (entry.State == EntityState.Modified) entry.Property(e => e.Revision).CurrentValue++;
        _toFix.Note(ChangeTracker);
        return once;
    }

    /// <summary>Until it ends, nothing is looked for again.</summary>
    private sealed class DetectedOnce : IDisposable
    {
        private readonly ChangeTracker _tracker;
        private readonly bool _before;

        public DetectedOnce(ChangeTracker tracker)
        {
            (_tracker, _before) = (tracker, tracker.AutoDetectChangesEnabled);
            tracker.AutoDetectChangesEnabled = false;
        }

        public void Dispose() => _tracker.AutoDetectChangesEnabled = _before;
    }
}
