using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Mapping;

/// <summary>Whether somebody's part in a work makes it theirs; which roles do is a vocabulary of the institution.</summary>
public static class OwnPart
{
    /// <summary>Looks for the person among the contributors, by iD, then by family name and initial.</summary>
    /// <param name="fields">The work.</param>
    /// <param name="words">With the vocabulary of own roles.</param>
    /// <param name="given">The person's given names.</param>
    /// <param name="family">Their family name.</param>
    /// <param name="orcid">Their authenticated iD, or null.</param>
    /// <returns>False only where they are found and none of their roles counts; who is not found is taken at the source's word.</returns>
    public static bool IsMine(RecordFields fields, VocabularySnapshot words, string given, string family, string? orcid)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(words);
        if (fields.Contributors.Count == 0) return true;
        var (found, name) = (false, RecordUpdate.SortForm(family));
        foreach (var contributor in fields.Contributors)
        {
            if (!Is(contributor, orcid, name, given)) continue;
            found = true;
            var role = words.Resolve(VocabularyNames.ContributorRole, contributor.Role);
            if (role is null || words.Resolve(VocabularyNames.OwnRole, role) != "no") return true;
        }
        return !found;
    }

    private static bool Is(FieldContributor contributor, string? orcid, string family, string given)
    {
        if (orcid is not null && contributor.Orcid is not null && OrcidId.TryParse(contributor.Orcid, out var id)) return id.Value == orcid;
        if (family.Length == 0) return false;
        var form = " " + RecordUpdate.SortForm($"{contributor.Given} {contributor.Family} {contributor.Name}") + " ";
        if (!form.Contains($" {family} ", StringComparison.Ordinal)) return false;
        var initial = RecordUpdate.SortForm(given);
        return initial.Length == 0 || form.Contains(" " + initial[0], StringComparison.Ordinal);
    }
}
