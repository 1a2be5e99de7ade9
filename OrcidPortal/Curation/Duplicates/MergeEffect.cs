using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.Duplicates;

/// <summary>What merging would do at ORCID, for those who are connected, as things stand.</summary>
/// <param name="Removals">Entries that go: the person has both there.</param>
/// <param name="Updates">Entries that change, because a reader would see a difference.</param>
/// <param name="People">Who is told in the portal.</param>
/// <param name="LeftAlone">People who said "never" of one of them: nothing is changed or removed for them.</param>
/// <param name="Fields">What the record that stays will say.</param>
/// <param name="Kept">The version of the record that stays.</param>
/// <param name="Gone">The version of the other one.</param>
public sealed record MergeEffect(int Removals, int Updates, int People, int LeftAlone, RecordFields Fields, int Kept, int Gone)
{
    /// <summary>ORCID puts a line into a person's inbox for each entry it changes or removes.</summary>
    public int Notices => Removals + Updates;
}
