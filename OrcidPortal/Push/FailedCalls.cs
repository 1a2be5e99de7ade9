using System.Text;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>Keeps the last call of each item that failed, for admins; what succeeds is forgotten.</summary>
internal sealed class FailedCalls(Dictionary<Guid, FailedCall> known)
{
    private const int RequestLimit = 100_000;

    /// <summary>Loads those of some items; none is asked for where none of them failed before or now.</summary>
    public static async Task<FailedCalls> LoadAsync(PortalDb db, IReadOnlyCollection<SyncItem> items, bool anyFails, CancellationToken cancellationToken)
    {
        var ids = items.Where(i => anyFails || i.FailedAt is not null).Select(i => i.Id).ToArray();
        return new(ids.Length == 0 ? [] : await db.FailedCalls.Where(c => ids.Contains(c.SyncItemId)).ToDictionaryAsync(c => c.SyncItemId, cancellationToken));
    }

    /// <summary>Writes down the call for an item after its answer was written.</summary>
    public void Note(PortalDb db, SyncItem item, Intent intent, IntentItem line, OrcidResult result, DateTimeOffset now)
    {
        var call = known.GetValueOrDefault(item.Id);
        if (item.Failure == FailureKind.None || db.Entry(item).State == EntityState.Deleted)
        {
            if (call is not null) db.FailedCalls.Remove(call);
            return;
        }
        if (call is null) db.FailedCalls.Add(call = new FailedCall { SyncItemId = item.Id, Line = "" });
        call.At = now;
        call.Line = intent.Operation switch
        {
            SyncOperation.Add when intent.Items.Count > 1 => $"POST {intent.Section.Name()}, one of {intent.Items.Count} in the call",
            SyncOperation.Add => $"POST {intent.Section.Name()}",
            SyncOperation.Update => $"PUT {intent.Section.Name()} {line.PutCode}",
            _ => $"DELETE {intent.Section.Name()} {line.PutCode}",
        };
        var request = line.Record is null ? null : Encoding.UTF8.GetString(OrcidMessages.ToXml(line.Record.Message));
        call.Request = request is { Length: > RequestLimit } ? request[..RequestLimit] : request;
        call.Answer = result.Answer ?? result.Message;
    }
}
