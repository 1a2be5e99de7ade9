using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records.Duplicates;

/// <summary>Why two records may be the same work or funding. Pure.</summary>
internal static class DuplicateReasons
{
    private const int FewestWords = 3;
    private const int FewestLetters = 20;

    /// <summary>The strongest reason.</summary>
    /// <param name="inCommon">Whether they have a person or a contributor's family name in common; only asked where title and year are the same.</param>
    /// <returns>Null where nothing says so.</returns>
    public static DuplicateFound? Of(Record one, Record other, Func<bool> inCommon, VocabularySnapshot words)
    {
        if (one.Kind != other.Kind || one.MergedInto is not null || other.MergedInto is not null) return null;
        var keys = MatchKeys.Of(other.Kind, other.Fields, words).ToHashSet();
        foreach (var (type, value) in MatchKeys.Of(one.Kind, one.Fields, words))
            if (keys.Contains((type, value)) && (!MatchKeys.AsksForTitle(type, value) || MatchKeys.AreAlike(one.Title, other.Title)))
                return new DuplicateFound(DuplicateReason.SharedIdentifier, $"{type}:{value}");
        return HasTellingTitle(one) && one.SortTitle == other.SortTitle && one.Year == other.Year && TypesAgree(one, other, words) && inCommon()
            ? new DuplicateFound(DuplicateReason.SameTitle, null) : null;
    }

    /// <summary>Whether title and year say anything: works and fundings only, and one or two short words ("Editorial", "Book review") do not.</summary>
    public static bool HasTellingTitle(Record record) => record.Kind is RecordKind.Work or RecordKind.Funding && record.Year is not null && record.SortTitle.Length > 0
        && (record.SortTitle.Length >= FewestLetters || record.SortTitle.Count(c => c == ' ') >= FewestWords - 1);

    /// <summary>The family names of contributors, in one form.</summary>
    public static IEnumerable<string> FamilyNames(RecordFields fields) =>
        fields.Contributors.Select(c => RecordUpdate.SortForm(c.Family ?? c.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault())).Where(n => n.Length > 0);

    private static bool TypesAgree(Record one, Record other, VocabularySnapshot words) =>
        words.TypeOf(one.Kind, one.Fields.Type) is not { } a || words.TypeOf(other.Kind, other.Fields.Type) is not { } b || a == b;
}

/// <summary>Why two records may be the same.</summary>
/// <param name="Key">The identifier they share, <c>type:value</c>, or null.</param>
internal sealed record DuplicateFound(DuplicateReason Reason, string? Key);
