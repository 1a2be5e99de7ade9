using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.ToDeposit;

/// <summary>Which works that only ORCID has a list shows; what is null does not narrow.</summary>
/// <param name="Text">Words of the title, in any order and case.</param>
/// <param name="Department">Somebody of this department has it.</param>
/// <param name="PersonId">This person has it.</param>
/// <param name="TakenAt">It was put into the file that was made then.</param>
/// <param name="Within">Somebody of these departments has it; null: whoever does.</param>
public sealed record DepositFilter(
    DepositState State = DepositState.Waiting, string? Text = null, string? Department = null, Guid? PersonId = null, DateTimeOffset? TakenAt = null, ValueList<string>? Within = null);

/// <summary>How far a work is on its way into the repository. Once an import brings it, it is in none of these.</summary>
public enum DepositState
{
    /// <summary>Nobody has done anything about it.</summary>
    Waiting,

    /// <summary>It was put into a file for the repository.</summary>
    Taken,

    /// <summary>A curator said that it does not belong there.</summary>
    Declined,
}
