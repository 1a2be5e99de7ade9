using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>What goes next for one person, by one question: looks at what stands at ORCID unseen, then removals, changes, new works, other new items.</summary>
internal static class NextItems
{
    /// <summary>Calls with new works that one question finds the works for.</summary>
    private const int CallsAhead = 5;

    /// <summary>What is due and may go, in the order it goes; empty also where all sending is paused or more is on its way for the person.</summary>
    /// <param name="db">A context of its own.</param>
    /// <param name="session">What it left alone is not found again.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<(IReadOnlyList<NextItem> Items, bool AreAll)> FindAsync(PortalDb db, PersonSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (personId, orcid) = (session.Access.PersonId, session.Access.Orcid.Value);
        var confirmed = db.Connections.Where(c => c.PersonId == personId && c.Orcid == orcid && c.FirstSyncConfirmedAt != null && c.ReadAt != null);
        var (coming, pauses) = (DueItems.Coming(db, personId, now), db.SendingPauses.AsQueryable());
        var most = (CallsAhead * OrcidMemberClient.BulkLimit) + session.LookedAt.Count + session.LeftAlone.Count;
        // Found in parts: a person with thousands of works must not be loaded whole before each call.
        var found = await DueItems.Due(db, now).Where(i => i.PersonId == personId && confirmed.Any() && !pauses.Any() && !coming.Any())
            .OrderBy(i => i.Desired == Desired.Present && i.PutCode != null && i.SentFingerprint == "" ? 0 : i.Desired == Desired.Absent ? 1 : i.PutCode != null ? 2 : i.Kind == RecordKind.Work ? 3 : 4).ThenBy(i => i.Id)
            .Select(i => new { i.Id, i.Kind, i.Desired, i.PutCode, i.SentFingerprint })
            .Take(most).ToListAsync(cancellationToken);
        var items = found.Where(i => !session.LeftAlone.Contains(i.Id)).Select(i => new NextItem(i.Id, i.Kind, i.PutCode, StepOf(i.Desired, i.PutCode, i.Kind, i.SentFingerprint.Length == 0 && !session.LookedAt.Contains(i.Id)))).OrderBy(i => i.Step).ToList();
        return (items, found.Count < most);
    }

    private static NextStep StepOf(Desired desired, long? putCode, RecordKind kind, bool isUnseen) =>
        desired == Desired.Absent ? NextStep.Remove
        : putCode is not null ? (isUnseen ? NextStep.Look : NextStep.Update)
        : kind == RecordKind.Work ? NextStep.AddWorks : NextStep.AddOther;
}

/// <summary>An item that is due.</summary>
/// <param name="PutCode">Where it stands at ORCID; null: it does not.</param>
internal sealed record NextItem(Guid Id, RecordKind Kind, long? PutCode, NextStep Step);

/// <summary>What is to be done, the first first.</summary>
internal enum NextStep { Look, Remove, Update, AddWorks, AddOther }
