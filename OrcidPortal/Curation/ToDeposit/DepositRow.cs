using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.ToDeposit;

/// <summary>A work that somebody took over from ORCID and the repository lacks.</summary>
/// <param name="Title">May be empty.</param>
/// <param name="Type">ORCID's word for it, else the source's; null where none is known.</param>
/// <param name="Journal">What it appeared in.</param>
/// <param name="Claims">Who has it, by name.</param>
/// <param name="Deposit">What curators did about it; null: nothing.</param>
public sealed record DepositRow(
    Guid RecordId, string Title, int? Year, string? Type, string? Journal, IReadOnlyList<FieldIdentifier> Identifiers, IReadOnlyList<DepositClaim> Claims, Deposit? Deposit);

/// <summary>Somebody who has the work.</summary>
/// <param name="LocalId">Of the person.</param>
/// <param name="At">When they said that it is theirs.</param>
/// <param name="AddedBy">Who had added it to their ORCID record; null where that is not known.</param>
public sealed record DepositClaim(Guid PersonId, string LocalId, string Name, DateTimeOffset At, string? AddedBy);
