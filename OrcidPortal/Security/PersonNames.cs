using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>A person's name: the one the institution gives, or the one they took over from ORCID in its place.</summary>
internal static class PersonNames
{
    /// <summary>The institution says so.</summary>
    public static void Give(Person person, string givenNames, string familyName)
    {
        Set(person, givenNames, familyName);
        (person.ListedGivenNames, person.ListedFamilyName) = (null, null);
    }

    /// <summary>The person chose it; what the institution says is kept beside it.</summary>
    public static void Choose(Person person, string givenNames, string familyName)
    {
        if (person.ListedFamilyName is null) (person.ListedGivenNames, person.ListedFamilyName) = (person.GivenNames, person.FamilyName);
        Set(person, givenNames, familyName);
    }

    /// <summary>Family and given names in lower case, up to 300 characters.</summary>
    public static string SortName(string givenNames, string familyName)
    {
        var name = $"{familyName} {givenNames}".Trim().ToLowerInvariant();
        if (name.Length <= 300) return name;
        return char.IsHighSurrogate(name[299]) ? name[..299] : name[..300];
    }

    private static void Set(Person person, string givenNames, string familyName) =>
        (person.GivenNames, person.FamilyName, person.SortName) = (givenNames, familyName, SortName(givenNames, familyName));
}
