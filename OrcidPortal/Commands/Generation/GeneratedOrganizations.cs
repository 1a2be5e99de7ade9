using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;

namespace OrcidPortal.Commands.Generation;

/// <summary>The organisations generated records refer to: one ours, three related, a few hundred others, ten funders. The same for every seed. Pure.</summary>
internal static class GeneratedOrganizations
{
    private const string RorLetters = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly (string City, string? Region, string Country, string CountryName)[] Places =
    [
        ("Musterstadt", null, "DE", "Germany"), ("Berlin", "Berlin", "DE", "Germany"), ("Göttingen", "Niedersachsen", "DE", "Germany"), ("Wien", null, "AT", "Austria"), ("Zürich", "ZH", "CH", "Switzerland"),
        ("Paris", null, "FR", "France"), ("Lyon", null, "FR", "France"), ("Bologna", null, "IT", "Italy"), ("Sevilla", null, "ES", "Spain"), ("Lisboa", null, "PT", "Portugal"), ("Kraków", null, "PL", "Poland"),
        ("Praha", null, "CZ", "Czech Republic"), ("Uppsala", null, "SE", "Sweden"), ("Aarhus", null, "DK", "Denmark"), ("Tartu", null, "EE", "Estonia"), ("Leiden", null, "NL", "Netherlands"), ("Gent", null, "BE", "Belgium"),
        ("Leeds", null, "GB", "United Kingdom"), ("Dublin", null, "IE", "Ireland"), ("Boston", "MA", "US", "United States"), ("Portland", "OR", "US", "United States"), ("Toronto", "ON", "CA", "Canada"), ("São Paulo", "SP", "BR", "Brazil"),
        ("Kyoto", null, "JP", "Japan"), ("Seoul", null, "KR", "South Korea"), ("Pune", "MH", "IN", "India"), ("Nairobi", null, "KE", "Kenya"), ("Melbourne", "VIC", "AU", "Australia"), ("Athina", null, "GR", "Greece"), ("Budapest", null, "HU", "Hungary"),
    ];

    private static readonly string[] Forms = ["University of {0}", "{0} University of Technology", "{0} Institute for Advanced Studies", "University Hospital {0}", "{0} Academy of Arts", "{0} Research Centre", "{0} Business School", "National Museum {0}", "{0} Observatory"];

    private static readonly (string Name, string Country, string Fundref)[] FunderList =
    [
        ("Deutsche Forschungsgemeinschaft", "DE", "501100001659"), ("European Research Council", "BE", "501100000781"), ("National Science Foundation", "US", "100000001"), ("National Institutes of Health", "US", "100000002"),
        ("Wellcome Trust", "GB", "100010269"), ("Engineering and Physical Sciences Research Council", "GB", "501100000266"), ("Swiss National Science Foundation", "CH", "501100001711"),
        ("Bundesministerium für Bildung und Forschung", "DE", "501100002347"), ("European Commission", "BE", "501100000780"), ("Austrian Science Fund", "AT", "501100002428"),
    ];

    /// <summary>Without funders; the first is ours, the next three are related.</summary>
    public static IReadOnlyList<GeneratedOrganization> All { get; } = Make();

    public static IReadOnlyList<GeneratedOrganization> Funders { get; } =
        [.. FunderList.Select((f, i) => new GeneratedOrganization(f.Name, null, null, f.Country, f.Country, Ror(5000 + i), $"http://dx.doi.org/10.13039/{f.Fundref}", OrganizationTie.None))];

    /// <summary>What the directory would find for a record.</summary>
    public static OrganizationMatch? Match(RecordFields fields) => OrganizationDirectory.Of(Matches.Value, fields);

    private static readonly Lazy<Dictionary<string, OrganizationMatch>> Matches = new(() =>
        Directory(All.Concat(Funders).Select(o => (o, new OrganizationMatch(Guid.Empty, o.Name, o.City, o.Region, o.Country, "ROR", o.Ror, o.Tie)))));

    /// <summary>The directory by the keys of <see cref="OrganizationKeys"/>.</summary>
    public static Dictionary<string, OrganizationMatch> Directory(IEnumerable<(GeneratedOrganization Organization, OrganizationMatch Match)> known)
    {
        var found = new Dictionary<string, OrganizationMatch>(StringComparer.Ordinal);
        foreach (var (organization, match) in known)
        {
            var name = OrganizationKeys.OfName(organization.Name)!;
            found[name] = match;
            if (organization.Country is { } country) found[$"{name}{OrganizationMatching.CountryMark}{country}"] = match;
            found[OrganizationKeys.OfId("ROR", organization.Ror)!] = match;
            if (organization.Fundref is { } fundref) found[OrganizationKeys.OfId("FUNDREF", fundref)!] = match;
        }
        return found;
    }

    private static List<GeneratedOrganization> Make()
    {
        var made = new List<GeneratedOrganization>(Forms.Length * Places.Length);
        for (var form = 0; form < Forms.Length; form++)
        {
            foreach (var (city, region, country, countryName) in Places)
            {
                var tie = city != Places[0].City ? OrganizationTie.None : form switch { 0 => OrganizationTie.Ours, <= 3 => OrganizationTie.Related, _ => OrganizationTie.None };
                made.Add(new GeneratedOrganization(string.Format(System.Globalization.CultureInfo.InvariantCulture, Forms[form], city), city, region, country, countryName, Ror(made.Count), null, tie));
            }
        }
        return [.. made.OrderBy(o => o.Tie switch { OrganizationTie.Ours => 0, OrganizationTie.Related => 1, _ => 2 })];
    }

    /// <summary>Of the shape of ROR's ids: a zero, six letters or digits, two check digits (ISO 7064 MOD 97-10).</summary>
    public static string Ror(int number)
    {
        var value = (700_000_000L + (number * 104_729L)) % (1L << 30);
        var letters = string.Create(6, value, (span, rest) =>
        {
            for (var i = 5; i >= 0; i--, rest /= 32) span[i] = RorLetters[(int)(rest % 32)];
        });
        var check = 98 - (value * 100 % 97);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"https://ror.org/0{letters}{check:00}");
    }
}

/// <summary>An organisation of the generated directory.</summary>
/// <param name="Country">Two letters.</param>
/// <param name="CountryName">As some sources write it.</param>
/// <param name="Ror">As ORCID stores it.</param>
/// <param name="Fundref">As ORCID stores it, or null.</param>
internal sealed record GeneratedOrganization(string Name, string? City, string? Region, string Country, string CountryName, string Ror, string? Fundref, OrganizationTie Tie)
{
    /// <summary>The rows of the directory.</summary>
    public Organization Row(Guid id, DateTimeOffset at)
    {
        var row = new Organization { Id = id, Name = Name, SortName = RecordUpdate.SortForm(Name), City = City, Region = Region, Country = Country, Tie = Tie, Source = "ror", ChangedAt = at };
        row.Names.Add(new OrganizationName { OrganizationId = id, Name = Name, SortName = row.SortName });
        row.Identifiers.Add(new OrganizationIdentifier { OrganizationId = id, Source = "ROR", Value = Ror, Preferred = true });
        if (Fundref is not null) row.Identifiers.Add(new OrganizationIdentifier { OrganizationId = id, Source = "FUNDREF", Value = Fundref, Preferred = true });
        return row;
    }
}
