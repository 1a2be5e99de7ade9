using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>Writes who did what, in the transaction that does it.</summary>
public static class AuditLog
{
    /// <summary>Adds one line; the caller's transaction saves it.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="action">Verb and noun, for example <c>connection.made</c>, up to 60 characters.</param>
    /// <param name="subject">What it was done to, for example <c>person:{id}</c>, up to 200 characters.</param>
    /// <param name="before">The value before, or null; never a token.</param>
    /// <param name="after">The value after, or null; never a token.</param>
    /// <param name="now">From the injected clock.</param>
    public static void Add(PortalDb db, Actor actor, string action, string subject, string? before, string? after, DateTimeOffset now) =>
        db.Audit.Add(new AuditEntry { At = now, By = Cut(By(actor), 300), Action = Cut(action, 60), Subject = Cut(subject, 200), Before = before, After = after });

    // The id tells two accounts of one name apart.
    private static string By(Actor actor) => $"{actor.Name} ({actor.Kind}:{actor.Id})";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
