using System.Xml.Linq;
using OrcidPortal.Simulator.Rules;
using static OrcidPortal.Simulator.Messages.Names;

namespace OrcidPortal.Simulator.Messages;

/// <summary>A record and its sections in XML. Sections that this registry does not keep are there and empty, as on a fresh record.</summary>
internal static class RecordXml
{
    public static XElement Record(RecordView view, SourceXml source) => new XElement(
        Names.Record + "record", Path(""),
        source.Reference(Common + "orcid-identifier", view.Orcid),
        new XElement(Preferences + "preferences", new XElement(Preferences + "locale", "en")),
        new XElement(
            Names.History + "history",
            new XElement(Names.History + "creation-method", "Direct"), SourceXml.Date(Names.History + "submission-date", view.CreatedAt), SourceXml.LastModified(view.LastModifiedAt),
            new XElement(Names.History + "claimed", true), new XElement(Names.History + "verified-email", true), new XElement(Names.History + "verified-primary-email", true)),
        Person(view, source), Activities(view, source)).At(view.Orcid);

    public static XElement Person(RecordView view, SourceXml source) => new XElement(
        Names.Person + "person", Path("/person"), SourceXml.LastModified(view.PersonModifiedAt),
        view.Name is not { } name ? null : new XElement(
            Names.Person + "name", new XAttribute("visibility", view.NameVisibility), new XAttribute("path", view.Orcid),
            SourceXml.Dates(view.CreatedAt, view.CreatedAt),
            new XElement(PersonalDetails + "given-names", name.Given), Of(PersonalDetails + "family-name", name.Family), Of(PersonalDetails + "credit-name", name.Credit)),
        Empty("other-name", "other-names", "/other-names"), Empty("researcher-url", "researcher-urls", "/researcher-urls"),
        Empty("email", "emails", "/email"), Empty("address", "addresses", "/address"),
        Empty("keyword", "keywords", "/keywords"), Empty("external-identifier", "external-identifiers", "/external-identifiers")).At(view.Orcid);

    public static XElement Activities(RecordView view, SourceXml source) => new XElement(
        Names.Activities + "activities-summary", Path("/activities"), LastModified(view),
        RecordView.EmptyActivities.Select(section => new XElement(Names.Activities + section, Path("/" + section))),
        Works(view, source)).At(view.Orcid);

    public static XElement Works(RecordView view, SourceXml source) => new XElement(
        Names.Activities + "works", Path("/works"), LastModified(view),
        WorkGroups.Of(view.Works).Select(group => new XElement(
            Names.Activities + "group",
            SourceXml.LastModified(group.LastModifiedAt), WorkXmlWriter.ExternalIds(group.ExternalIds, withNormalised: true),
            group.Works.Select(work => WorkXmlWriter.WriteSummary(view.Orcid, work, source))))).At(view.Orcid);

    private static XElement? LastModified(RecordView view) => view.WorksModifiedAt is { } at ? SourceXml.LastModified(at) : null;
    private static XElement Empty(string space, string name, string path) => new(Section(space) + name, Path(path));
    private static XAttribute Path(string path) => new("path", Here + path);

    /// <summary>Stands for the record until the element is whole: sections do not know whose they are.</summary>
    private const string Here = "{orcid}";

    private static XElement At(this XElement element, string orcid)
    {
        foreach (var path in element.DescendantsAndSelf().Attributes("path").Where(p => p.Value.StartsWith(Here, StringComparison.Ordinal)))
            path.Value = "/" + orcid + path.Value[Here.Length..];
        return element;
    }
}
