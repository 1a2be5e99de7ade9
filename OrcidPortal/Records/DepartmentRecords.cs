using System.Linq.Expressions;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>The records of some departments: those that somebody of them has now. What a curator who is limited to departments looks after.</summary>
internal static class DepartmentRecords
{
    /// <summary>The records that somebody of these departments has.</summary>
    public static IQueryable<Guid> Of(PortalDb db, IReadOnlyList<string> departments) =>
        db.RecordPeople.Where(p => p.EndedAt == null && db.People.Any(o => o.Id == p.PersonId && departments.Contains(o.Department))).Select(p => p.RecordId);

    /// <summary>Those rows whose record is of these departments.</summary>
    /// <param name="departments">Null: all.</param>
    /// <param name="recordOf">The record of a row.</param>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, PortalDb db, IReadOnlyList<string>? departments, Expression<Func<T, Guid>> recordOf) => departments is null ? rows
        : rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(Guid)], Of(db, departments).Expression, recordOf.Body), recordOf.Parameters));
}
