using System.Xml;
using System.Xml.Linq;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Messages;

/// <summary>The short account of a record: how much there is of each kind, and how much of it others have vouched for.</summary>
internal static class SummaryXml
{
    private static readonly XNamespace Summary = Names.Section("summary");
    private static readonly string[] Activities = ["distinction", "invited-position", "membership", "service"];
    private static readonly string[] Studies = ["education", "qualification"];

    public static Leaf Of(RecordView view) => new(
        new XElement(
            Summary + "record-summary",
            SourceXml.Dates(view.Person.CreatedAt, view.Person.LastModifiedAt),
            view.ShowsName && !view.IsClosed ? Names.Of(Summary + "credit-name", view.Person.DisplayName) : null,
            new SourceXml(view.Sources).Reference(Names.Common + "orcid-identifier", view.Orcid),
            Identifiers(view), Positions(view, "employments", "employment", ["employment"]), Positions(view, "professional-activities", "professional-activity", Activities),
            Counts(view, RecordSections.Fundings), Counts(view, RecordSections.Works),
            Positions(view, "education-qualifications", "education-qualification", Studies), Domains(view)),
        SummarySchema.Summary);

    private static XElement? Identifiers(RecordView view) => view.Of(RecordSections.ExternalIdentifiers) is { Count: > 0 } all
        ? new XElement(Summary + "external-identifiers", all.Select(i => Identifier(i, i.Content)))
        : null;

    private static XElement Identifier(StoredItem item, XElement said) => new(
        Summary + "external-identifier", new XElement(Summary + "put-code", item.PutCode), Text("external-id-type", said.Text(Names.Common + "external-id-type")),
        Text("external-id-value", said.Text(Names.Common + "external-id-value")), Text("external-id-url", said.Text(Names.Common + "external-id-url")), Validated(item));

    private static XElement? Positions(RecordView view, string group, string name, string[] kinds)
    {
        var all = kinds.SelectMany(k => view.Of(RecordSections.Find(k)!)).ToList();
        return all.Count == 0 ? null : new XElement(Summary + group, new XElement(Summary + "count", all.Count), all.Select(i => Position(i, i.Content, name)));
    }

    /// <summary>The schema demands a role, and has a slip of the pen in one of its words.</summary>
    private static XElement Position(StoredItem item, XElement said, string name) => new(
        Summary + name, new XElement(Summary + "put-code", item.PutCode), Text("type", item.Section.Name == "invited-position" ? "invited-postition" : item.Section.Name),
        Text("organization-name", said.Element(Names.Common + "organization")?.Text(Names.Common + "name") ?? "-"), Text("role", said.Text(Names.Common + "role-title") ?? "-"),
        Text("url", said.Text(Names.Common + "url")), said.Element(Names.Common + "start-date"), said.Element(Names.Common + "end-date"), Validated(item));

    private static XElement? Counts(RecordView view, Section section)
    {
        var all = view.Of(section);
        var own = all.Count(i => !SourceNames.IsClient(i.Source));
        return all.Count == 0 ? null : new XElement(Summary + section.ListName, new XElement(Summary + "self-asserted-count", own), new XElement(Summary + "validated-count", all.Count - own));
    }

    private static XElement? Domains(RecordView view)
    {
        var domains = view.Emails.Where(e => e.Verified).Select(e => e.Address.Split('@')[^1]).Distinct().ToList();
        return domains.Count == 0 ? null : new XElement(Summary + "email-domains", new XElement(Summary + "count", domains.Count), domains.Select(d => new XElement(Summary + "email-domain", Text("value", d))));
    }

    private static XElement Validated(StoredItem item) => new(Summary + "validated", XmlConvert.ToString(SourceNames.IsClient(item.Source)));

    private static XElement? Text(string name, string? text) => string.IsNullOrWhiteSpace(text) ? null : new XElement(Summary + name, text);
}
