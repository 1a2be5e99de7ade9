using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Data;

/// <summary>More rows of every list than one page of it holds; the first of each has the same id, so that whatever asks for "an id" finds something.</summary>
internal static class ManyRows
{
    public const int Count = 120;
    public static readonly Guid Id = Guid.Parse("0195c3a0-0000-7000-8000-000000000001");

    public static async Task AddAsync(TestDatabase database)
    {
        var now = TestDatabase.Start;
        for (var n = 0; n < Count; n++)
        {
            var id = n == 0 ? Id : Guid.CreateVersion7();
            await database.AddAsync(
                new Person { Id = id, LocalId = n == 0 ? "a" : $"a{n}", FamilyName = $"a{n}", SortName = $"a{n}", Email = "a", CreatedAt = now },
                new Record { Id = id, Title = $"a{n}", SortTitle = $"a{n}", Year = 2000, ProblemCount = 1, OnlyAtOrcid = true, CreatedAt = now, ChangedAt = now },
                new RecordPerson { RecordId = id, PersonId = Id, Since = now },
                new SourceEntry { RecordId = id, Source = "file:bibtex:a:a.bib", LocalId = $"a{n}", FirstSeenAt = now },
                new RecordProblem { RecordId = id, Code = "title.missing", Field = "title", Severity = ProblemSeverity.Blocks },
                new SyncItem { Id = id, PersonId = Id, RecordId = id, Desired = Desired.Present, ProblemCount = 1, State = States[n % States.Length], StateSince = now },
                new Connection { PersonId = id, Environment = "Simulator", ClientId = "a", Orcid = $"0000-0000-0000-{n:0000}", State = ConnectionState.Connected, ReadFailedSince = now, ReadTriedAt = now, ReadFailure = "a", ReadFailureStatus = 1, ReadFailureCode = 1 },
                new Comparison { Id = id, PersonId = n % 2 == 0 ? null : Id, By = "a", CreatedAt = now },
                new ComparedPerson { ComparisonId = Id, PersonId = id, Reason = UnreadReason.NoAnswer },
                new Difference { Id = id, ComparisonId = Id, PersonId = Id, RecordId = id, Section = "work", Title = "a", Kind = Kinds[n % Kinds.Length], Sends = SyncOperation.Add },
                new ForeignCopy { Id = id, Environment = "Simulator", Orcid = "0000-0000-0000-0000", Section = "work", PutCode = n + 1, Title = "a", SourceName = "a", Visibility = "public" },
                new Suggestion
                {
                    Id = id, PersonId = Id, Environment = "Simulator", Orcid = "0000-0000-0000-0000", Section = "work", PutCode = n + 1, Kind = RecordKind.Work, Title = "a", Visibility = "public",
                    Match = Matches[n % Matches.Length], State = n % 5 == 0 ? SuggestionState.Dismissed : SuggestionState.Open, RecordId = Id, Differences = ["title"], FoundAt = now,
                },
                new DuplicatePair { FirstId = id, SecondId = Id, Reason = Reasons[n % Reasons.Length], FoundAt = now },
                new MergeNotice { PersonId = Id, RecordId = id, KeptTitle = "a", GoneTitle = "a", At = now },
                new Suggestion { PersonId = id, RecordId = id, Environment = "Simulator", Orcid = "a", Section = "work", PutCode = n, State = SuggestionState.Claimed, FoundAt = now },
                new ImportRun { Id = id, PersonId = Id, Format = "bibtex", FileName = "a.bib", By = "a", CreatedAt = now },
                new Proposal { Id = id, RecordId = Id, PersonId = Id, By = "a", At = now, State = Proposals[n % Proposals.Length], Changes = [new ProposedChange("title", null, CorrectionOp.Replace, "b", "a0")] },
                new Question { Id = id, RecordId = Id, PersonId = Id, Text = "a", AskedBy = "a", AskedAt = now, State = Questions[n % Questions.Length] },
                new Handover { Id = id, SyncItemId = id, RecordId = Id, PersonId = Id, Note = "a", By = "a", At = now },
                new AuditEntry { At = now, By = "a", Action = "vocabulary.set", Subject = "a:a" },
                new AuditEntry { At = now, By = "a", Action = "organization.changed", Subject = $"organization:{Id}" },
                new HistoryEntry { At = now, PersonId = Id, RecordId = Id, By = "a" });
            if (n % 2 == 1) await database.AddAsync(new Deposit { RecordId = id, TakenAt = now, DeclinedAt = n % 4 == 1 ? now : null });
        }
        await database.AddAsync([.. Enumerable.Range(0, Count).Select(n => new ImportLine { ImportRunId = Id, Ordinal = n, Outcome = ImportOutcome.Added })]);
    }

    private static readonly SuggestionMatch[] Matches = Enum.GetValues<SuggestionMatch>();
    private static readonly DuplicateReason[] Reasons = Enum.GetValues<DuplicateReason>();
    private static readonly ProposalState[] Proposals = Enum.GetValues<ProposalState>();
    private static readonly QuestionState[] Questions = Enum.GetValues<QuestionState>();
    private static readonly DifferenceKind[] Kinds = Enum.GetValues<DifferenceKind>();
    private static readonly SyncState[] States = Enum.GetValues<SyncState>();
}
