using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

public sealed class QuestionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_question_goes_to_the_person_and_the_answer_comes_back(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var work = await house.SharedAsync("Shared");
        var (questions, list) = (house.Get<Questions>(), house.Get<QuestionList>());

        (await questions.AskAsync(work, house.Ada.Id, "Is <b>this</b> yours?\u0000", house.Curator, Cancel)).ShouldBe(HandResult.Done);
        (await questions.AskAsync(work, house.Ada.Id, "Is <b>this</b> yours?", house.Curator, Cancel)).ShouldBe(HandResult.Done);

        var asked = (await list.OfPersonAsync(house.Ada.Id, null, Cancel)).ShouldHaveSingleItem();
        (asked.Question.Text, asked.Question.AskedBy, asked.Title).ShouldBe(("Is <b>this</b> yours?", "Cora Curator", "Shared"));
        (await list.OfPersonAsync(house.Ben.Id, null, Cancel)).ShouldBeEmpty();
        (await questions.AnswerAsync(asked.Question.Id, " Yes ", house.AdaSignedIn, Cancel)).ShouldBe(HandResult.Done);
        (await list.OfPersonAsync(house.Ada.Id, null, Cancel)).ShouldBeEmpty();
        var answered = (await list.ListAsync(new QuestionFilter(), null, Cancel)).Items.ShouldHaveSingleItem().Question;
        (answered.Answer, answered.AnsweredBy).ShouldBe(("Yes", "Ada Lovelace"));
        (await house.Get<HandCounts>().CountAsync(Cancel)).ShouldBe(new HandSummary(0, 1, 0));
        (await questions.CloseAsync(answered.Id, house.Curator, Cancel)).ShouldBe(HandResult.Done);
        (await house.Get<HandCounts>().CountAsync(Cancel)).Answers.ShouldBe(0);
        (await house.Database.ReadAsync(db => db.Audit.Where(a => a.Action.StartsWith("question.")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Cancel))).ShouldBe(["question.asked", "question.answered", "question.closed"]);
    }

    [Fact]
    public async Task Nobody_else_answers_asks_or_closes()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Ada's");
        var questions = house.Get<Questions>();

        (await questions.AskAsync(work, house.Ada.Id, "?", house.AdaSignedIn, Cancel)).ShouldBe(HandResult.NotFound);
        (await questions.AskAsync(work, house.Ben.Id, "?", house.Curator, Cancel)).ShouldBe(HandResult.NotFound);
        (await questions.AskAsync(Guid.NewGuid(), house.Ada.Id, "?", house.Curator, Cancel)).ShouldBe(HandResult.NotFound);
        (await questions.AskAsync(work, house.Ada.Id, " \u0001 ", house.Curator, Cancel)).ShouldBe(HandResult.Empty);
        await questions.AskAsync(work, house.Ada.Id, "Yours?", house.Curator, Cancel);
        var id = await house.Database.ReadAsync(db => db.Questions.Select(q => q.Id).SingleAsync(Cancel));
        (await questions.AnswerAsync(id, "Mine!", house.BenSignedIn, Cancel)).ShouldBe(HandResult.NotFound);
        (await questions.AnswerAsync(id, "Mine!", house.Curator, Cancel)).ShouldBe(HandResult.NotFound);
        (await questions.CloseAsync(id, house.AdaSignedIn, Cancel)).ShouldBe(HandResult.NotFound);
        (await questions.AnswerAsync(id, "", house.AdaSignedIn, Cancel)).ShouldBe(HandResult.Empty);
        (await questions.CloseAsync(id, house.Curator, Cancel)).ShouldBe(HandResult.Done);
        (await questions.AnswerAsync(id, "Too late", house.AdaSignedIn, Cancel)).ShouldBe(HandResult.NotOpen);
        (await questions.CloseAsync(id, house.Curator, Cancel)).ShouldBe(HandResult.NotOpen);
    }

    [Fact]
    public async Task What_is_no_longer_theirs_asks_nobody_and_a_long_text_is_cut()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Once Ada's");
        await house.Get<Questions>().AskAsync(work, house.Ada.Id, new string('x', 5000), house.Curator, Cancel);
        (await house.Database.ReadAsync(db => db.Questions.SingleAsync(Cancel))).Text.Length.ShouldBe(1000);

        await house.Database.Transactions.RunAsync(async (db, ct) => (await db.RecordPeople.SingleAsync(p => p.RecordId == work, ct)).EndedAt = TestDatabase.Start, Cancel);

        (await house.Get<QuestionList>().OfPersonAsync(house.Ada.Id, null, Cancel)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_answers_at_the_same_moment_are_one(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        await house.Get<Questions>().AskAsync(await house.WorkAsync("Mine"), house.Ada.Id, "Yours?", house.Curator, Cancel);
        var id = await house.Database.ReadAsync(db => db.Questions.Select(q => q.Id).SingleAsync(Cancel));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => house.Get<Questions>().AnswerAsync(id, $"answer {n}", house.AdaSignedIn, Cancel)));

        results.Count(r => r == HandResult.Done).ShouldBe(1);
        results.Count(r => r == HandResult.NotOpen).ShouldBe(3);
    }
}
