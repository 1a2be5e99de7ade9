namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>Where the kinds of items that are modelled differ.</summary>
/// <param name="Name">What one is called, in messages and in addresses.</param>
/// <param name="SchemaNeedsTitle">One without a title is no sound message; else it is the rules that refuse it.</param>
/// <param name="NeedsOwnId">One without an identifier of its own is refused.</param>
/// <param name="ClashesAsWritten">Two spellings of one identifier are no duplicates, though they group.</param>
/// <param name="SameByOther">What a client is refused with that sends another's item as it is.</param>
internal sealed record ModelKind(string Name, bool SchemaNeedsTitle, bool NeedsOwnId, bool ClashesAsWritten, int SameByOther)
{
    public static readonly ModelKind Work = new("work", SchemaNeedsTitle: true, NeedsOwnId: true, ClashesAsWritten: false, SameByOther: 9014);
    public static readonly ModelKind Funding = new("funding", SchemaNeedsTitle: false, NeedsOwnId: false, ClashesAsWritten: true, SameByOther: 9010);
}
