using System.Reflection;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.History;

public sealed class LedgerTests
{
    [Fact]
    public async Task An_overlong_message_and_title_are_cut_and_every_other_fact_stays()
    {
        await using var house = await LedgerHouse.OpenAsync(DatabaseProvider.Sqlite);
        var entry = new HistoryEntry
        {
            At = TestDatabase.Start, PersonId = house.Ada.Id, RecordId = house.Engines.Id, SyncItemId = Guid.CreateVersion7(), BatchId = Guid.CreateVersion7(), AgreementId = Guid.CreateVersion7(),
            Orcid = "0000-0002-1825-0097", Operation = SyncOperation.Update, Outcome = HistoryOutcome.Refused, Section = "work", PutCode = 7, HttpStatus = 400, OrcidCode = 9001,
            Message = new string('m', 2001), Title = new string('t', 1001), By = "Ada", DurationMs = 12,
        };

        await house.Database.Transactions.RunAsync((db, _) => { Ledger.Add(db, entry); return Task.CompletedTask; }, TestContext.Current.CancellationToken);

        var saved = await house.Database.ReadAsync(db => db.History.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));
        saved.Message.ShouldBe(new string('m', 1999) + "…");
        saved.Title.ShouldBe(new string('t', 999) + "…");
        foreach (var fact in typeof(HistoryEntry).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name is not ("Id" or "Message" or "Title")))
            fact.GetValue(saved).ShouldBe(fact.GetValue(entry), fact.Name);
    }
}
