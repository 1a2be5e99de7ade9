using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Live;

/// <summary>What pages watch, and how a writer tells them to look again.</summary>
public static class Topics
{
    public const string Imports = "imports";
    public const string Curation = "curation";
    public const string Overview = "overview";
    public const string People = "people";

    /// <summary>Whether anything is sent at all.</summary>
    public const string Sending = "sending";

    /// <summary>What ORCID holds beside what we believe.</summary>
    public const string Comparisons = "comparisons";

    /// <summary>The topic of everything about one person.</summary>
    public static string Person(Guid id) => $"person:{id:N}";

    /// <summary>Raises a topic's version. Call it last in a transaction: the row stays locked until the commit.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="key">A topic; it is made at its first use.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public static async Task TouchAsync(PortalDb db, string key, CancellationToken cancellationToken)
    {
        var raised = await db.Topics.Where(t => t.Key == key).ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version + 1), cancellationToken);
        if (raised == 0 && db.Topics.Local.All(t => t.Key != key)) db.Topics.Add(new Topic { Key = key, Version = 1 });
    }
}
