using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>What the rows of a list call their records and people: asked for the rows of a page, since a join in the question itself makes some databases number all records there are.</summary>
internal static class RowNames
{
    public static Task<Dictionary<Guid, (RecordKind Kind, string Title)>> OfRecordsAsync(PortalDb db, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return db.Records.Where(r => wanted.Contains(r.Id)).Select(r => new { r.Id, r.Kind, r.Title }).ToDictionaryAsync(r => r.Id, r => (r.Kind, r.Title), cancellationToken);
    }

    public static Task<Dictionary<Guid, (string Name, string LocalId)>> OfPeopleAsync(PortalDb db, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return db.People.Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.GivenNames, p.FamilyName, p.LocalId })
            .ToDictionaryAsync(p => p.Id, p => ($"{p.GivenNames} {p.FamilyName}".Trim(), p.LocalId), cancellationToken);
    }
}
