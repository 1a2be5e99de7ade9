using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

public sealed class RecordEditingTests
{
    private static readonly CorrectionRequest NewTitle = new(FieldPaths.Title, null, CorrectionOp.Replace, "Corrected");

    private static readonly CorrectionRequest NewDate = new(FieldPaths.PublicationDate, null, CorrectionOp.Replace, "2025");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_curator_edits_every_record_and_the_correction_counts()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Wrong", null, "file:bibtex:ada:refs.bib", house.Ada, house.Ben);
        await house.ConnectAsync(house.Ada);
        await house.ConnectAsync(house.Ben, "0000-0001-5109-3700");

        var result = await house.Editing.SaveAsync(work, [NewTitle], 1, "typo", null, house.Curator, Cancel);

        result.ShouldBeOfType<EditResult.Saved>().Now.Detail.Record.Title.ShouldBe("Corrected");
        (await house.Database.ReadAsync(db => db.Corrections.Select(c => c.By + ":" + c.Reason).SingleAsync(Cancel))).ShouldBe("Cora Curator:typo");
    }

    [Fact]
    public async Task A_researcher_edits_a_record_of_their_own()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Mine");

        var result = await house.Editing.SaveAsync(work, [NewDate], 1, null, null, house.AdaSignedIn, Cancel);

        var saved = result.ShouldBeOfType<EditResult.Saved>();
        (saved.Proposed, saved.Now.Detail.Record.Fields.PublicationDate).ShouldBe((0, "2025"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_elses_record_does_not_exist_for_a_researcher(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var work = await house.WorkAsync("Ben's", null, "file:bibtex:ben:b.bib", house.Ben);
        var once = await house.WorkAsync("Once Ada's");
        await house.Database.Transactions.RunAsync(async (db, ct) => (await db.RecordPeople.SingleAsync(p => p.RecordId == once, ct)).EndedAt = TestDatabase.Start, Cancel);

        (await house.Editing.LoadAsync(work, house.AdaSignedIn, Cancel)).ShouldBeNull();
        (await house.Editing.SaveAsync(work, [NewTitle], 1, null, null, house.AdaSignedIn, Cancel)).ShouldBeOfType<EditResult.NotFound>();
        (await house.Editing.SaveAsync(once, [NewTitle], 1, null, null, house.AdaSignedIn, Cancel)).ShouldBeOfType<EditResult.NotFound>();
        (await house.Database.ReadAsync(db => db.Corrections.CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task An_account_without_person_and_role_sees_no_record()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Ada's");

        (await house.Editing.LoadAsync(work, CurationHouse.User("Nobody", null), Cancel)).ShouldBeNull();
        (await house.Editing.LoadAsync(work, CurationHouse.User("Ada without role", house.Ada), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_takes_back_what_they_may_only_propose()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Mine");
        await house.Editing.SaveAsync(work, [NewTitle], 1, null, null, house.Curator, Cancel);
        var correction = await house.Database.ReadAsync(db => db.Corrections.Select(c => c.Id).SingleAsync(Cancel));

        (await house.Editing.UndoAsync(work, correction, house.AdaSignedIn, Cancel)).ShouldBeOfType<EditResult.NotAllowed>();

        (await house.Database.ReadAsync(db => db.Corrections.CountAsync(c => c.RetiredAt == null, Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_meanwhile_is_a_conflict_that_says_what_and_by_whom()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("First");
        var seen = (await house.Editing.LoadAsync(work, house.Curator, Cancel))!;
        await house.Editing.SaveAsync(work, [new(FieldPaths.PublicationDate, null, CorrectionOp.Replace, "2025-01")], 1, null, null, house.Curator, Cancel);

        var result = await house.Editing.SaveAsync(work, [NewTitle], seen.Detail.Record.Version, null, null, CurationHouse.User("Dora", null, Roles.Curator), Cancel);

        var now = result.ShouldBeOfType<EditResult.Conflict>().Now;
        now.Detail.Record.Title.ShouldBe("First");
        var change = FieldChanges.Between(seen.Detail.Record.Fields, now.Detail).ShouldHaveSingleItem();
        (change.Field, change.Before, change.After, change.By).ShouldBe((FieldPaths.PublicationDate, "2024", "2025-01", "Cora Curator"));
    }

    [Fact]
    public async Task What_cannot_be_a_value_is_said_for_its_field_and_nothing_is_saved()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("First");

        var result = await house.Editing.SaveAsync(work, [NewTitle, new(FieldPaths.PublicationDate, null, CorrectionOp.Replace, "30.02.2019")], 1, null, null, house.Curator, Cancel);

        result.ShouldBeOfType<EditResult.Invalid>().Field.ShouldBe(FieldPaths.PublicationDate);
        (await house.Editing.LoadAsync(work, house.Curator, Cancel))!.Detail.Record.Title.ShouldBe("First");
    }

    [Fact]
    public async Task Undo_gives_the_source_the_word_again()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("From the source");
        await house.Editing.SaveAsync(work, [NewTitle], 1, null, null, house.Curator, Cancel);
        var correction = await house.Database.ReadAsync(db => db.Corrections.Select(c => c.Id).SingleAsync(Cancel));

        var result = await house.Editing.UndoAsync(work, correction, house.Curator, Cancel);

        result.ShouldBeOfType<EditResult.Saved>().Now.Detail.Record.Title.ShouldBe("From the source");
    }

    [Fact]
    public async Task A_correction_of_another_record_cannot_be_undone_through_ones_own()
    {
        await using var house = await CurationHouse.OpenAsync();
        var mine = await house.WorkAsync("Mine");
        var bens = await house.WorkAsync("Ben's", null, "file:bibtex:ben:b.bib", house.Ben);
        await house.Editing.SaveAsync(bens, [NewTitle], 1, null, null, house.Curator, Cancel);
        var correction = await house.Database.ReadAsync(db => db.Corrections.Select(c => c.Id).SingleAsync(Cancel));

        (await house.Editing.UndoAsync(mine, correction, house.AdaSignedIn, Cancel)).ShouldBeOfType<EditResult.NotFound>();
        (await house.Database.ReadAsync(db => db.Corrections.CountAsync(c => c.RetiredAt == null, Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task A_researcher_does_not_read_problems_that_are_another_persons()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Shared", null, "file:bibtex:ada:refs.bib", house.Ada, house.Ben);
        await house.ProblemAsync(work, ProblemCodes.ExternalIdShared, house.Ben.Id);
        await house.ProblemAsync(work, ProblemCodes.TitleRequired);

        (await house.Editing.LoadAsync(work, house.AdaSignedIn, Cancel))!.Detail.Problems.Select(p => p.Code).ShouldBe([ProblemCodes.TitleRequired]);
        (await house.Editing.LoadAsync(work, house.Curator, Cancel))!.Detail.Problems.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Checking_while_typing_finds_what_the_rules_find()
    {
        await using var house = await CurationHouse.OpenAsync();
        var context = (await house.Editing.LoadAsync(await house.WorkAsync("Fine"), house.Curator, Cancel))!.Context;

        RecordEditing.Check(RecordKind.Work, new RecordFields { Title = "Fine", Type = new TypeValue("orcid", "book"), PublicationDate = "2019" }, context).CanBeSent.ShouldBeTrue();
        RecordEditing.Check(RecordKind.Work, new RecordFields { Title = "Odd", Type = new TypeValue("orcid", "book"), PublicationDate = "2019-02-30" }, context)
            .Problems.Select(p => p.Code).ShouldContain(ProblemCodes.PublicationDateInvalid);
    }
}
