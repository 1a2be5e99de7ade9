using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Search;

/// <summary>What was found, in ORCID's words: the iDs alone, or with names, addresses and institutions.</summary>
/// <param name="source">Writes iDs.</param>
internal sealed class SearchMessages(SourceXml source)
{
    private static readonly XNamespace Search = Names.Section("search");
    private static readonly XNamespace Expanded = Names.Section("expanded-search");
    private static readonly AttributeRule Total = new("num-found", Schema.Texts.Any, Json: JsonForm.Number);

    private static readonly Content Result = Content.Of(new One(Names.Common + "orcid-identifier", CommonContents.Orcid));

    private static readonly Content ExpandedResult = Content.Of(
        Text("orcid-id"), Text("given-names"), Text("family-names"), Text("credit-name"), Texts("other-name"), Texts("email"), Texts("institution-name"));

    /// <summary><c>search:search</c>: the iDs.</summary>
    public Leaf Brief(SearchPage page) => new(
        Root(Search, "search", page, hit => new XElement(Search + "result", source.Reference(Names.Common + "orcid-identifier", hit.Orcid))),
        Form(new One(Search + "result", Result), page));

    /// <summary><c>expanded-search:expanded-search</c>: the iDs and what they are known by.</summary>
    public static Leaf Long(SearchPage page) => new(
        Root(Expanded, "expanded-search", page, hit => new XElement(
            Expanded + "expanded-result",
            new XElement(Expanded + "orcid-id", hit.Orcid),
            Said("given-names", hit.Values(SearchFields.GivenNames).Take(1)), Said("family-names", hit.Values(SearchFields.FamilyName).Take(1)),
            Said("credit-name", hit.Values(SearchFields.CreditName).Take(1)), Said("other-name", hit.Values(SearchFields.OtherNames)),
            Said("email", hit.Values(SearchFields.Email)), Said("institution-name", hit.Values(SearchFields.AffiliationName).Distinct()))),
        Form(new One(Expanded + "expanded-result", ExpandedResult), page));

    private static XElement Root(XNamespace space, string name, SearchPage page, Func<SearchDocument, XElement> write) => new(
        space + name, new XAttribute(XNamespace.Xmlns + name, space.NamespaceName), new XAttribute("num-found", page.Total), page.Hits.Select(write));

    /// <summary>JSON says null, and not an empty list, where nothing was found.</summary>
    private static Content Form(One result, SearchPage page) =>
        Content.Of(result with { Min = 0, Max = page.Hits.Count == 0 ? 1 : Part.Unbounded }).With(Total) with { JsonOrder = [Content.Rest, "num-found"] };

    private static One Text(string name) => new(Expanded + name, Content.Of(Schema.Texts.Any), Min: 0);
    private static One Texts(string name) => Text(name) with { Max = Part.Unbounded };
    private static IEnumerable<XElement> Said(string name, IEnumerable<string> texts) => texts.Select(t => new XElement(Expanded + name, Characters.Legal(t)));
}
