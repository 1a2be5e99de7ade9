using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>What passed our rules and was refused by ORCID as invalid (400), as a problem like our own.</summary>
public static class RefusedItems
{
    /// <summary>The problem of an item's present version.</summary>
    /// <returns>Null where ORCID did not refuse it.</returns>
    public static RecordProblem? Problem(SyncItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!SyncStates.IsRefused(item)) return null;
        var problem = OrcidRefusals.Of(item.Kind, item.FailureCode, item.FailureMessage);
        return new RecordProblem { RecordId = item.RecordId, PersonId = item.PersonId, Code = problem.Code, Severity = problem.Severity, Field = problem.Field, Value = problem.Value };
    }
}
