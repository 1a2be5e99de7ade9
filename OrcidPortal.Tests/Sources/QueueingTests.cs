using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Sources;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Sources;

public sealed class QueueingTests
{
    private const string File = "@misc{a, title = {T}}";

    [Theory]
    [InlineData("", null, "empty")]
    [InlineData("%PDF-1.4", null, "PDF")]
    [InlineData("TY  - JOUR\nER  - ", null, "RIS")]
    [InlineData(File, "csl-json", "holds BibTeX")]
    [InlineData(File, "marc", "“marc” is not known")]
    [InlineData("[]", "bibtex", "holds CSL-JSON")]
    public async Task What_cannot_be_read_is_refused_and_nothing_is_kept(string content, string? format, string reason)
    {
        await using var house = await ImportHouse.OpenAsync();

        var refused = (await house.QueueAsync(content, format: format)).ShouldBeOfType<QueueResult.Refused>();

        refused.Sentence.ShouldContain(reason);
        (await house.Database.ReadAsync(db => db.ImportRuns.CountAsync())).ShouldBe(0);
        (await house.Database.ReadAsync(db => db.ImportFiles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_larger_than_the_setting_allows_is_refused()
    {
        await using var house = await ImportHouse.OpenAsync(settings: ("Sources:MaxFileBytes", "2000"));

        var refused = await house.QueueAsync(File + new string(' ', 2000));

        refused.ShouldBeOfType<QueueResult.Refused>().Sentence.ShouldContain("larger than");
    }

    [Fact]
    public async Task A_file_for_nobody_is_refused()
    {
        await using var house = await ImportHouse.OpenAsync();

        var refused = await house.QueueAsync(File, person: Guid.CreateVersion7());

        refused.ShouldBeOfType<QueueResult.Refused>().Sentence.ShouldBe(FileSentences.NobodyKnown);
    }

    [Fact]
    public async Task The_same_file_waits_for_its_first_import_and_another_does_not()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.QueueAsync(File, "a.bib");

        var same = await house.QueueAsync(File, "a.bib");
        var other = await house.QueueAsync(File, "b.bib");

        same.ShouldBeOfType<QueueResult.Refused>().Sentence.ShouldContain("“a.bib”");
        other.ShouldBeOfType<QueueResult.Queued>();
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task Of_one_file_handed_in_eight_times_at_once_one_is_taken(DatabaseProvider provider)
    {
        await using var house = await ImportHouse.OpenAsync(provider);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.QueueAsync(File, "a.bib")));

        results.OfType<QueueResult.Queued>().ShouldHaveSingleItem();
        (await house.Database.ReadAsync(db => db.ImportRuns.CountAsync())).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_doubled_job_does_nothing(DatabaseProvider provider)
    {
        await using var house = await ImportHouse.OpenAsync(provider);
        var queued = (await house.QueueAsync(File)).ShouldBeOfType<QueueResult.Queued>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.Runner.RunAsync(queued.RunId, TestContext.Current.CancellationToken)));

        var run = await house.RunAsync(queued.RunId);
        (run.State, run.Read, run.Added).ShouldBe((ImportState.Done, 1, 1));
        (await house.LinesAsync(run.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_lost_job_left_waiting_is_run_by_the_timetable()
    {
        await using var house = await ImportHouse.OpenAsync();
        var queued = (await house.QueueAsync(File)).ShouldBeOfType<QueueResult.Queued>();

        await house.Runner.RunWaitingAsync(TestContext.Current.CancellationToken);

        (await house.RunAsync(queued.RunId)).State.ShouldBe(ImportState.Done);
    }
}
