using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Sections;

/// <summary>All sections of a record that the simulator offers.</summary>
internal static class RecordSections
{
    public static readonly Section Works = new()
    {
        Name = "work", ListName = "works", ListPath = "works", ItemPath = "work", Content = WorkSchema.Work, Summary = WorkSchema.Summary, GroupName = "group", HasBulk = true,
        CreateScopes = ["/orcid-works/create", "/orcid-works/update"], UpdateScope = "/orcid-works/update", ReadScope = "/orcid-works/read-limited",
        Check = WorkRules.Check, OwnKeys = ItemKeys.OfSelf, Duplicate = Duplicates.OfActivity,
    };

    public static readonly Section Fundings = new()
    {
        Name = "funding", ListName = "fundings", ListPath = "fundings", ItemPath = "funding", Content = FundingSchema.Funding, Summary = FundingSchema.Summary, GroupName = "group",
        CreateScopes = ["/funding/create", "/funding/update"], UpdateScope = "/funding/update", ReadScope = "/funding/read-limited",
        Check = FundingRules.Check, OwnKeys = ItemKeys.OfSelfAsWritten, Duplicate = Duplicates.OfActivity,
    };

    public static readonly IReadOnlyList<Section> Affiliations =
    [
        Affiliation("distinction"), Affiliation("education"), Affiliation("employment"), Affiliation("invited-position"), Affiliation("membership"),
        Affiliation("qualification"), Affiliation("service"),
    ];

    public static readonly Section OtherNames = Personal("other-name", "other-names", "other-names", PersonSchema.OtherName, PersonRules.CheckName, "content");

    /// <summary>A second one is refused by the name of the address.</summary>
    public static readonly Section ResearcherUrls = Personal("researcher-url", "researcher-urls", "researcher-urls", PersonSchema.ResearcherUrl, PersonRules.CheckUrl, "url") with
    {
        Duplicate = (item, _) => Duplicates.OfPersonItem(item, "researcher-url", "url-name"),
    };

    public static readonly Section Addresses = Personal("address", "addresses", "address", PersonSchema.Address, PersonRules.CheckCountry, "country");
    public static readonly Section Keywords = Personal("keyword", "keywords", "keywords", PersonSchema.Keyword, PersonRules.CheckKeyword, "content");

    public static readonly Section ExternalIdentifiers = Personal(
        "external-identifier", "external-identifiers", "external-identifiers", PersonSchema.ExternalIdentifier, PersonRules.CheckIdentifier, "external-id-url") with
    {
        CreateScopes = ["/orcid-bio/external-identifiers/create", "/orcid-bio/update"], OwnKeys = ItemKeys.OfPersonIdentifier,
    };

    /// <summary>In the order in which a person has them.</summary>
    public static readonly IReadOnlyList<Section> OfPerson = [OtherNames, ResearcherUrls, Addresses, Keywords, ExternalIdentifiers];

    public static readonly IReadOnlyList<Section> OfActivities = [.. Affiliations, Fundings, Works];

    public static readonly IReadOnlyList<Section> All = [.. OfPerson, .. OfActivities];

    /// <param name="name">What one is called.</param>
    public static Section? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    private static Section Affiliation(string name) => new()
    {
        Name = name, ListName = name + "s", ListPath = name + "s", ItemPath = name, Content = AffiliationSchema.Affiliation, Summary = AffiliationSchema.Affiliation,
        GroupName = "affiliation-group", CreateScopes = ["/affiliations/create", "/affiliations/update"], UpdateScope = "/affiliations/update", ReadScope = "/affiliations/read-limited",
        Check = name is "education" or "employment" ? AffiliationRules.CheckStudyOrWork : AffiliationRules.CheckOther,
        OwnKeys = ItemKeys.OfSelfOrUnsaid, Duplicate = Duplicates.OfActivity,
    };

    private static Section Personal(string name, string list, string path, Content content, Func<Judged, ApiError?> check, string key) => new()
    {
        Name = name, ListName = list, ListPath = path, ItemPath = path, Content = content,
        CreateScopes = ["/orcid-bio/update"], UpdateScope = "/orcid-bio/update", ReadScope = "/orcid-bio/read-limited",
        Check = check, OwnKeys = item => ItemKeys.Of(item, Names.Section(name) + key), Duplicate = (item, _) => Duplicates.OfPersonItem(item, name, key),
    };
}
