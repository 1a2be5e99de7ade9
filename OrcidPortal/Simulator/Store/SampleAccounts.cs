using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Store;

/// <summary>The people who are there from the start. Their password is <see cref="Person.SamplePassword"/>; the DOIs are of Crossref's test prefix.</summary>
internal static class SampleAccounts
{
    private static readonly (string Orcid, string Given, string Family, string? Credit, string Email)[] People =
    [
        ("0000-0002-1825-0097", "Josiah", "Carberry", null, "josiah.carberry@example.org"),
        ("0000-0001-5109-3700", "Laure", "Haak", "Laurel L. Haak", "laure.haak@example.org"),
        ("0000-0003-1415-9269", "Zoë", "Müller-Łęcka", null, "zoe@example.org"),
        ("0009-0000-0000-0420", "晓明", "林", "Xiaoming Lin", "xiaoming.lin@example.org"),
        ("0009-0001-0000-017X", "Amara", "Okafor", null, "amara.okafor@example.org"),
    ];

    /// <summary>The one with many works.</summary>
    public const string Prolific = "0009-0001-0000-017X";

    public static void AddTo(RegistryState state, DateTimeOffset now)
    {
        now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        foreach (var (orcid, given, family, credit, email) in People)
        {
            state.Save(new Person
            {
                Orcid = orcid, GivenNames = given, FamilyName = family, CreditName = credit, Email = email, Emails = [new(email, Primary: true)],
                DefaultVisibility = orcid == "0000-0003-1415-9269" ? "limited" : "public", CreatedAt = now, LastModifiedAt = now,
            });
        }
        Add("0000-0002-1825-0097", "Toward a unified theory of high-energy metaphysics: silly string theory", "journal-article", "2008-08-14", "10.5555/12345678", "Journal of Psychoceramics");
        Add("0000-0002-1825-0097", "The memory bus considered harmful", "journal-article", "2012-10", "10.5555/666655554444", "Journal of Psychoceramics");
        Add("0000-0002-1825-0097", "Cracked pots: a field guide", "book", "2011", "10.5555/987654321", null);
        Add("0000-0002-1825-0097", "Notes on the glazing of fractured ceramics", "working-paper", "2014-03-01", "10.5555/24242424x", null, "0000-0002-1825-0097");
        Add("0000-0001-5109-3700", "ORCID: a system to uniquely identify researchers", "journal-article", "2012-10-01", "10.5555/20120404", "Learned Publishing");
        Add("0000-0001-5109-3700", "Standards and infrastructure for innovation data exchange", "journal-article", "2012-10-12", "10.5555/science.1221840", "Science");
        Add("0000-0003-1415-9269", "Über Kreise und ihre Umfänge", "book-chapter", "2015", "10.5555/kreise.314", "Kreise");
        Add("0009-0000-0000-0420", "Deep learning for ceramic crack detection", "conference-paper", "2021-06", "10.5555/dl.2021.420", "Proceedings of the Psychoceramics Conference");
        for (var i = 1; i <= 250; i++)
            Add(Prolific, $"Observations on cracked pottery, part {i}", i % 5 == 0 ? "conference-paper" : "journal-article", (1990 + i % 35).ToString(CultureInfo.InvariantCulture), $"10.5555/okafor.{i}", "Annals of Psychoceramics");
        Position("0000-0002-1825-0097", "employment", "Professor", "Psychoceramics", "2004", "Brown University", "Providence", "US", "https://ror.org/05gq02987");
        Position("0000-0001-5109-3700", "education", "PhD", "Neurosciences", "1991", "Stanford University", "Stanford", "US", "https://ror.org/00f54p054");
        state.Save("0000-0002-1825-0097", Item(state, RecordSections.OtherNames, "0000-0002-1825-0097", Text("other-name", "content", "J. S. Carberry")));
        state.Save("0000-0002-1825-0097", Item(state, RecordSections.Keywords, "0000-0002-1825-0097", Text("keyword", "content", "psychoceramics")));

        void Add(string orcid, string title, string type, string date, string doi, string? journal, string source = SimulatorClient.CrossrefId) =>
            state.Save(orcid, Item(state, RecordSections.Works, source, new XElement(
                Names.Work + "work", new XElement(Names.Work + "title", new XElement(Names.Common + "title", title)), Names.Of(Names.Work + "journal-title", journal),
                new XElement(Names.Work + "type", type), DateRules.Of(Names.Common + "publication-date", date),
                new XElement(Names.Common + "external-ids", ExternalIdXml.Of("doi", doi, $"https://doi.org/{doi}", "self"))), source == orcid));

        void Position(string orcid, string kind, string role, string department, string since, string name, string city, string country, string ror) =>
            state.Save(orcid, Item(state, RecordSections.Find(kind)!, orcid, new XElement(
                Names.Section(kind) + kind, new XElement(Names.Common + "department-name", department), new XElement(Names.Common + "role-title", role),
                DateRules.Of(Names.Common + "start-date", since),
                new XElement(
                    Names.Common + "organization", new XElement(Names.Common + "name", name),
                    new XElement(Names.Common + "address", new XElement(Names.Common + "city", city), new XElement(Names.Common + "country", country)),
                    new XElement(
                        Names.Common + "disambiguated-organization",
                        new XElement(Names.Common + "disambiguated-organization-identifier", ror), new XElement(Names.Common + "disambiguation-source", "ROR"))))));

        StoredItem Item(RegistryState to, Section section, string source, XElement content, bool isOwn = true) =>
            new(section, to.NextPutCode(), content, source, "public", isOwn ? 0 : 1, now, now);
    }

    private static XElement Text(string section, string name, string text) => new(Names.Section(section) + section, new XElement(Names.Section(section) + name, text));
}
