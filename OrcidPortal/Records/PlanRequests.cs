using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>What is not a record change and still needs planning: preferences, a connection, the rules.</summary>
public static class PlanRequests
{
    /// <summary>Asks the planner to look at a scope again; saved with the transaction of what caused it.</summary>
    /// <param name="db">The context of that transaction.</param>
    /// <param name="scope">A person's items, or everything.</param>
    /// <param name="personId">The person for <see cref="PlanScope.Person"/>; else null.</param>
    /// <param name="cause">What caused it, up to 100 characters: <c>preferences</c>, <c>connect</c> ...</param>
    /// <param name="now">The time of the change.</param>
    public static void Ask(PortalDb db, PlanScope scope, Guid? personId, string cause, DateTimeOffset now) =>
        db.PlanRequests.Add(new PlanRequest { Scope = scope, PersonId = personId, Cause = cause, At = now });

    /// <summary>Asks the planner to look at all records that use a value.</summary>
    /// <param name="db">The context of the transaction that changed it.</param>
    /// <param name="vocabulary">As in <see cref="RecordTerm"/>.</param>
    /// <param name="term">The value's key; null: all of the vocabulary.</param>
    /// <param name="cause">What caused it, up to 100 characters.</param>
    /// <param name="now">The time of the change.</param>
    public static void AskTerm(PortalDb db, string vocabulary, string? term, string cause, DateTimeOffset now) =>
        db.PlanRequests.Add(new PlanRequest { Scope = PlanScope.Term, Vocabulary = vocabulary, Term = term, Cause = cause, At = now });
}
