using System.Xml;
using System.Xml.Linq;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Messages;

/// <summary>What a record says of its person beside items: names, biography, addresses, and what became of the record.</summary>
internal sealed class PersonXml(RecordView view)
{
    private readonly Person person = view.Person;

    /// <summary>When the person last said something of themselves.</summary>
    public DateTimeOffset SaidAt => person.PersonModifiedAt ?? person.CreatedAt;

    public DateTimeOffset LastModifiedAt => RecordSections.OfPerson.SelectMany(s => view.Items[s]).Select(i => i.LastModifiedAt).Append(SaidAt).Max();

    public Leaf History => new(
        new XElement(
            Names.History + "history",
            new XElement(Names.History + "creation-method", person.CreatorClientId is null ? "Direct" : "API"),
            SourceXml.Date(Names.History + "submission-date", person.CreatedAt), SourceXml.LastModified(person.LastModifiedAt),
            new XElement(Names.History + "claimed", person.Claimed),
            person.DeactivatedAt is { } closed ? SourceXml.Date(Names.History + "deactivation-date", closed) : null,
            new XElement(Names.History + "verified-email", person.Emails.Any(e => e.Verified)),
            new XElement(Names.History + "verified-primary-email", person.Emails.Any(e => e is { Verified: true, Primary: true }))),
        RecordSchema.History);

    public Node Name(XNamespace space)
    {
        if (!view.ShowsName) return new Absent("name");
        var (given, family, credit) = view.IsClosed ? ("Given Names Deactivated", "Family Name Deactivated", null) : (person.GivenNames, person.FamilyName, person.CreditName);
        return Said(space + "name", PersonSchema.Name, person.NameVisibility, person.Orcid,
            Named("given-names", given), Named("family-name", family), Named("credit-name", credit));
    }

    public Node Biography(XNamespace space) => view.ShowsBiography
        ? Said(space + "biography", PersonSchema.Biography, person.BiographyVisibility, $"/{person.Orcid}/biography", Named("content", person.Biography))
        : new Absent("biography");

    public Leaf Email(EmailAddress email, SourceXml source) => new(
        new XElement(
            Names.Section("email") + "email",
            new XAttribute("visibility", email.Visibility), new XAttribute("verified", XmlConvert.ToString(email.Verified)), new XAttribute("primary", XmlConvert.ToString(email.Primary)),
            SourceXml.Dates(person.CreatedAt, SaidAt), source.Of(person.Orcid), new XElement(Names.Section("email") + "email", email.Address)),
        PersonSchema.Email);

    private Leaf Said(XName name, Content content, string visibility, string path, params IEnumerable<XElement?> parts) => new(
        new XElement(name, new XAttribute("visibility", visibility), new XAttribute("path", path), SourceXml.Dates(person.CreatedAt, SaidAt), parts), content);

    private static XElement? Named(string name, string? text) => string.IsNullOrWhiteSpace(text) ? null : new XElement(Names.PersonalDetails + name, text);
}
