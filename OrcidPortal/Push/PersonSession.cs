using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>Sending for one person under the lease of their iD.</summary>
internal sealed class PersonSession(ConnectionAccess access, LeaseHold hold, DateTimeOffset openedAt)
{
    /// <summary>As long as a person with many works does not hear of new ones, or of an import that began.</summary>
    private static readonly TimeSpan FoundFor = TimeSpan.FromSeconds(10);

    public ConnectionAccess Access { get; } = access;
    public LeaseHold Hold { get; } = hold;

    /// <summary>When the token was taken from the table.</summary>
    public DateTimeOffset OpenedAt { get; } = openedAt;

    /// <summary>When the session began, no copy was without its item: ORCID's answers to additions name none that is known.</summary>
    public bool BeganQuiet { get; set; }

    /// <summary>Whether copies of ours were known in the record when they were last looked for; who holds the lease is alone with them.</summary>
    public bool HasCopies { get; set; } = true;

    /// <summary>Items this session does not look at again: what was found then differed from what was planned.</summary>
    public HashSet<Guid> LeftAlone { get; } = [];

    /// <summary>Items whose content was asked for already.</summary>
    public HashSet<Guid> LookedAt { get; } = [];

    /// <summary>New works found to be due for the next calls.</summary>
    private readonly Queue<Guid> _ahead = [];
    private readonly Dictionary<string, HashSet<string>> _keysThere = [];
    private DateTimeOffset _foundAt;
    private bool _isAll;

    /// <summary>Works in one call; halved where ORCID refused a call as a whole, so that the one to blame is found.</summary>
    public int BatchSize { get; set; } = OrcidMemberClient.BulkLimit;

    /// <summary>Something of what was found is left, or may be: a work that shares an identifier, a refusal.</summary>
    public bool MustLookAgain { get; set; }

    /// <summary>Whether one of these own identifiers may stand in the section already. What stands there is read once, not before each call: nobody else writes it while the lease is held.</summary>
    public async Task<bool> MayStandAsync(PortalDb db, string section, IReadOnlySet<string> keys, CancellationToken cancellationToken)
    {
        if (!_keysThere.TryGetValue(section, out var there))
        {
            there = new HashSet<string>(StringComparer.Ordinal);
            if (HasCopies) await foreach (var ofOne in Copies(db, section).Select(c => c.SelfKeys).AsAsyncEnumerable().WithCancellation(cancellationToken)) there.UnionWith(ofOne);
            _keysThere[section] = there;
        }
        var may = there.Overlaps(keys);
        there.UnionWith(keys);
        return may;
    }

    /// <summary>Something else was found there than was known.</summary>
    public void ForgetKeys()
    {
        _keysThere.Clear();
        HasCopies = true;
    }

    /// <summary>Keeps what was found for several calls.</summary>
    /// <param name="isAll">Nothing else was due.</param>
    public void SetAhead(IEnumerable<Guid> works, bool isAll, DateTimeOffset now)
    {
        (_isAll, MustLookAgain) = (isAll, false);
        _ahead.Clear();
        foreach (var work in works) _ahead.Enqueue(work);
        _foundAt = now;
    }

    /// <summary>All that was due a moment ago was sent: what became due since is found by the next push.</summary>
    public bool IsDone(DateTimeOffset now) => _isAll && !MustLookAgain && _ahead.Count == 0 && now - _foundAt <= FoundFor;

    /// <summary>The works of the next call; none where nothing was found, or so long ago that one must look again. Each is looked at once more when its intent is written.</summary>
    public IReadOnlyList<Guid> TakeAhead(DateTimeOffset now)
    {
        if (now - _foundAt > FoundFor) _ahead.Clear();
        var works = new List<Guid>(BatchSize);
        while (works.Count < BatchSize && _ahead.TryDequeue(out var work)) works.Add(work);
        return works;
    }

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
