using System.Xml.Linq;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Messages;

/// <summary>A record and its larger parts.</summary>
internal sealed class RecordNodes(RecordView view)
{
    private static readonly string[] NotKept = ["peer-reviews", "research-resources"];
    private readonly SourceXml source = new(view.Sources);
    private readonly SectionNodes sections = new(view.Orcid, new(new(view.Sources)));
    private readonly PersonXml person = new(view);

    public Branch Record => new(
        Names.Record + "record", $"/{view.Orcid}",
        new Leaf(source.Reference(Names.Common + "orcid-identifier", view.Orcid), CommonContents.Orcid),
        new Leaf(new XElement(Names.Preferences + "preferences", new XElement(Names.Preferences + "locale", "en")), RecordSchema.Preferences),
        person.History, Person, Activities);

    public Branch Person => new(
        Names.Person + "person", $"/{view.Orcid}/person",
        SectionNodes.LastModified(person.LastModifiedAt), person.Name(Names.Person), List(RecordSections.OtherNames), person.Biography(Names.Person),
        List(RecordSections.ResearcherUrls), Emails, List(RecordSections.Addresses), List(RecordSections.Keywords), List(RecordSections.ExternalIdentifiers));

    public Branch PersonalDetails => new(
        Names.PersonalDetails + "personal-details", $"/{view.Orcid}/personal-details",
        SectionNodes.LastModified(person.LastModifiedAt), person.Name(Names.PersonalDetails), List(RecordSections.OtherNames), person.Biography(Names.PersonalDetails));

    public Node Biography => person.Biography(Names.PersonalDetails);

    public Branch Emails => new(
        Names.Section("email") + "emails", $"/{view.Orcid}/email",
        SectionNodes.LastModified(view.Emails.Count == 0 ? null : person.SaidAt), new Many("email", view.Emails.Select(e => person.Email(e, source))));

    public Branch Activities
    {
        get
        {
            var all = RecordSections.OfActivities.SelectMany(view.Of).ToList();
            return new(
                Names.Activities + "activities-summary", $"/{view.Orcid}/activities",
                [
                    SectionNodes.LastModified(all.Count == 0 ? null : all.Max(i => i.LastModifiedAt)),
                    .. RecordSections.OfActivities.Select(s => (s.ListName, Node: List(s)))
                        .Concat(NotKept.Select(n => (ListName: n, Node: sections.Empty(n))))
                        .OrderBy(s => s.ListName, StringComparer.Ordinal).Select(s => s.Node),
                ]);
        }
    }

    public Branch List(Section section) => sections.List(section, view.Of(section));
}
