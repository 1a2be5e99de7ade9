using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.E2E.Benchmarks;
using OrcidPortal.E2E.Infrastructure;
using OrcidPortal.Simulator;

namespace OrcidPortal.E2E.Kills;

/// <summary>
/// Fifty connected people and the library that tells the portal of their papers: adds, revises and withdraws them, one thing after the other, and says each again until it hears that the
/// portal has it. So it knows what should stand at ORCID in the end, whenever the portal died.
/// </summary>
internal sealed class Library(Random random)
{
    private const int People = 50;
    private const int FirstPapers = 20;
    private const int MostPapers = 40;
    private const string Scopes = "/authenticate /read-limited /activities/update";

    private readonly List<Researcher> _researchers = [];
    private readonly Queue<Change> _changes = [];

    public IReadOnlyList<Researcher> Researchers => _researchers;

    /// <summary>Changes the portal has said yes to.</summary>
    public int Told { get; private set; }

    /// <summary>Makes the people and connects them; they have confirmed their first sync and want everything at once. Sending waits for <see cref="FillAsync"/>.</summary>
    public async Task OpenAsync(PortalDatabase database, Registry registry)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        db.Add(new SendingPause { Reason = "The library is not there yet", By = "test", At = now });
        for (var i = 1; i <= People; i++)
        {
            var person = new Person { LocalId = $"p{i}", GivenNames = "Pat", FamilyName = $"No. {i}", SortName = $"no. {i} pat", CreatedAt = now };
            var (orcid, token) = await registry.AddPersonAsync(person.GivenNames, person.FamilyName, Scopes);
            db.Add(person);
            db.Add(new Preference { PersonId = person.Id, Mode = SendMode.AtOnce, ChangedAt = now });
            db.Add(new Connection
            {
                PersonId = person.Id, Environment = "Simulator", ClientId = SimulatorClient.PortalId, Orcid = orcid, LastOrcid = orcid, State = ConnectionState.Connected,
                SealedAccessToken = database.Seal.Close(person.Id, token), Scopes = Scopes, NameAtOrcid = person.DisplayName, ConnectedAt = now, ReadAt = now, FirstSyncConfirmedAt = now,
            });
            var researcher = new Researcher(person.Id, person.LocalId, orcid);
            _researchers.Add(researcher);
            _changes.Enqueue(Add(researcher, FirstPapers));
        }
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Tells the portal of everybody's first papers, and lets sending begin: the first lives have much to do.</summary>
    public async Task FillAsync(PortalServer portal, PortalDatabase database)
    {
        await EndAsync(portal);
        await using var db = database.Open();
        await db.SendingPauses.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Tells the portal one thing after the other until it does not answer.</summary>
    public async Task WorkAsync(PortalServer portal)
    {
        try
        {
            for (var api = new RestApi(portal); ;)
            {
                await TellAsync(api);
                await Task.Delay(random.Next(10, 60), TestContext.Current.CancellationToken);
            }
        }
        catch (HttpRequestException)
        {
            // What it was told last is told again.
        }
    }

    /// <summary>Tells what was begun and not heard of.</summary>
    public async Task EndAsync(PortalServer portal)
    {
        for (var api = new RestApi(portal); _changes.Count > 0;) await TellAsync(api);
    }

    private async Task TellAsync(RestApi api)
    {
        if (_changes.Count == 0) _changes.Enqueue(Next());
        var change = _changes.Peek();
        if (change.Withdraws) foreach (var paper in change.Papers) await api.EndAsync(change.Of.LocalId, paper.Record!.Value);
        else
        {
            var saved = await api.SaveAsync(change.Of.LocalId, change.Papers.Select(p => p.Body()));
            foreach (var (paper, answer) in change.Papers.Zip(saved)) paper.Record = answer.RecordId.ShouldNotBeNull(answer.Outcome);
        }
        _changes.Dequeue();
        Told++;
    }

    private Change Next()
    {
        var researcher = _researchers[random.Next(_researchers.Count)];
        var dice = random.NextDouble();
        if (dice < 0.25 && researcher.Papers.Count < MostPapers) return Add(researcher, random.Next(1, 13));
        var papers = random.GetItems(researcher.Papers.ToArray(), random.Next(1, 4)).Distinct().ToList();
        if (dice > 0.85 && papers.TrueForAll(p => !p.Withdrawn))
        {
            papers.ForEach(p => p.Withdrawn = true);
            return new(researcher, papers, Withdraws: true);
        }
        papers.ForEach(p => p.Revise());
        return new(researcher, papers, Withdraws: false);
    }

    private static Change Add(Researcher researcher, int count)
    {
        var first = researcher.Papers.Count;
        // Every fourth has no identifier but the portal's own.
        for (var i = first; i < first + count; i++)
            researcher.Papers.Add(new Paper(string.Create(CultureInfo.InvariantCulture, $"{researcher.LocalId}-{i}"), i % 4 == 3 ? null : $"10.5555/{researcher.LocalId}.{i}"));
        return new(researcher, researcher.Papers[first..], Withdraws: false);
    }

    private sealed record Change(Researcher Of, IReadOnlyList<Paper> Papers, bool Withdraws);
}

/// <summary>Somebody with papers.</summary>
internal sealed record Researcher(Guid Id, string LocalId, string Orcid)
{
    public List<Paper> Papers { get; } = [];
}
