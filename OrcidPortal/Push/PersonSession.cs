using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>Sending for one person under the lease of their iD.</summary>
internal sealed class PersonSession(ConnectionAccess access, LeaseHold hold, DateTimeOffset openedAt)
{
    public ConnectionAccess Access { get; } = access;
    public LeaseHold Hold { get; } = hold;

    /// <summary>When the token was taken from the table.</summary>
    public DateTimeOffset OpenedAt { get; } = openedAt;

    /// <summary>Items this session does not look at again: what was found then differed from what was planned.</summary>
    public HashSet<Guid> LeftAlone { get; } = [];

    /// <summary>Items whose content was asked for already.</summary>
    public HashSet<Guid> LookedAt { get; } = [];

    /// <summary>Works in one call; halved where ORCID refused a call as a whole, so that the one to blame is found.</summary>
    public int BatchSize { get; set; } = OrcidMemberClient.BulkLimit;

    /// <summary>Our copies in this person's record, of all sections: a put-code is one within its section only.</summary>
    public IQueryable<RemoteCopy> Copies(PortalDb db) => db.RemoteCopies.Where(c =>
        c.Environment == Access.Environment && c.ClientId == Access.ClientId && c.Orcid == Access.Orcid.Value);

    /// <summary>Our copies in one section.</summary>
    public IQueryable<RemoteCopy> Copies(PortalDb db, string section) => Copies(db).Where(c => c.Section == section);

    public RemoteCopy NewCopy(string section, long putCode) => new()
    {
        Environment = Access.Environment, ClientId = Access.ClientId, Orcid = Access.Orcid.Value, Section = section, PutCode = putCode,
    };
}
