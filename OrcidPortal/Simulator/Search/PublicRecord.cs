using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Search;

/// <summary>What everybody may know of a record, laid out for searching.</summary>
internal static class PublicRecord
{
    private static readonly Viewer Everybody = new(Token: null, IsPublic: true);

    /// <param name="person">Whose record.</param>
    /// <param name="items">All of its items; those that are not public are passed over.</param>
    public static SearchDocument Document(Person person, IEnumerable<StoredItem> items)
    {
        var document = new SearchDocument(person.Orcid)
            .Add(SearchFields.Submitted, person.CreatedAt).Add(SearchFields.LastModified, person.LastModifiedAt);
        if (person.NameVisibility == "public")
        {
            document.Add(SearchFields.GivenNames, person.GivenNames).Add(SearchFields.FamilyName, person.FamilyName).Add(SearchFields.CreditName, person.CreditName)
                .Add(SearchFields.GivenAndFamilyNames, $"{person.GivenNames} {person.FamilyName}");
        }
        if (person.BiographyVisibility == "public") document.Add("biography", person.Biography);
        foreach (var email in person.Emails.Where(e => e is { Verified: true, Visibility: "public" })) document.Add(SearchFields.Email, email.Address);
        foreach (var item in items.Where(i => Access.CheckRead(i, Everybody) is null)) Add(document, item.Section, item.Content);
        return document;
    }

    private static void Add(SearchDocument document, Section section, XElement said)
    {
        if (section == RecordSections.OtherNames) document.Add(SearchFields.OtherNames, said.Text(section.Space + "content"));
        else if (section == RecordSections.Keywords) document.Add("keyword", said.Text(section.Space + "content"));
        else if (section == RecordSections.ExternalIdentifiers)
            document.Add("external-id-reference", ItemKeys.ValueOf(said)).Add("external-id-type-and-value", $"{ItemKeys.TypeOf(said)}={ItemKeys.ValueOf(said)}");
        else if (section == RecordSections.Works) document.Add("title", said.Element(Names.Work + "title")?.Text(Names.Common + "title"));
        else if (section == RecordSections.Fundings) document.Add("funding-titles", said.Element(Names.Funding + "title")?.Text(Names.Common + "title"));
        else if (!section.IsPersonal) document.Add(SearchFields.AffiliationName, said.Element(Names.Common + "organization")?.Text(Names.Common + "name"));
        foreach (var id in ItemKeys.ExternalIds(said)) AddIdentifier(document, ItemKeys.TypeOf(id), ItemKeys.ValueOf(id), ItemKeys.RelationshipOf(id));
        if (said.Element(Names.Common + "organization")?.Element(Names.Common + "disambiguated-organization") is { } listed)
            AddOrganization(document, listed.Text(Names.Common + "disambiguation-source")?.ToUpperInvariant(), listed.Text(Names.Common + "disambiguated-organization-identifier") ?? "");
    }

    /// <summary>As it was written and as it is compared.</summary>
    private static void AddIdentifier(SearchDocument document, string? type, string? value, string? relationship)
    {
        foreach (var form in new[] { value, IdentifierTypes.Normalise(type, value) }.Distinct())
        {
            if (type == "doi") document.Add("digital-object-ids", form);
            if (type == "grant_number") document.Add("grant-numbers", form);
            if (type is not null && relationship is "self" or "part-of") document.Add($"{type}-{relationship}", form);
        }
    }

    private static void AddOrganization(SearchDocument document, string? list, string identifier)
    {
        var field = list switch { "ROR" => "ror-org-id", "GRID" => "grid-org-id", "RINGGOLD" => "ringgold-org-id", "FUNDREF" => "fundref-org-id", _ => null };
        if (field is not null) document.Add(field, identifier).Add(field, identifier.Split('/')[^1]);
    }
}
