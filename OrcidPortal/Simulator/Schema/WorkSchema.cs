using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>The form of a work in ORCID's API v3.0: elements in their order, how often, how long, which words.</summary>
internal static class WorkSchema
{
    private static readonly Content Work = Content.Of(
    [
        .. CommonContents.ItemBeginning,
        new One(Names.Work + "title", Title),
        new One(Names.Work + "journal-title", Content.Of(Texts.Title), Min: 0),
        new One(Names.Work + "short-description", Content.Of(Texts.ShortDescription), Min: 0),
        new One(Names.Work + "citation", Citation, Min: 0),
        new One(Names.Work + "type", Content.Of(Texts.Any)),
        new One(Names.Common + "publication-date", CommonContents.PartialDate, Min: 0),
        new One(Names.Common + "external-ids", CommonContents.ExternalIds, Min: 0),
        new One(Names.Common + "url", Content.Of(Texts.Uri), Min: 0),
        new One(Names.Work + "contributors", Content.Of(new One(Names.Work + "contributor", Contributor, Min: 0, Max: Part.Unbounded)), Min: 0),
        new One(Names.Common + "language-code", Content.Of(Texts.Any), Min: 0),
        new One(Names.Common + "country", Content.Of(Texts.Any, new AttributeRule("visibility", Texts.Visibility)), Min: 0),
    ]).With(CommonContents.ItemAttributes);

    private static Content Title => Content.Of(
        new One(Names.Common + "title", Content.Of(Texts.Title)),
        new One(Names.Common + "subtitle", Content.Of(Texts.Subtitle), Min: 0),
        new One(Names.Common + "translated-title", Content.Of(Texts.Title, new AttributeRule("language-code", Texts.Any, Required: true)), Min: 0));

    private static Content Citation => Content.Of(
        new One(Names.Work + "citation-type", Content.Of(Texts.Any)),
        new One(Names.Work + "citation-value", Content.Of(Texts.Any)));

    private static Content Contributor => Content.Of(
        new One(Names.Common + "contributor-orcid", CommonContents.Orcid, Min: 0),
        new One(Names.Work + "credit-name", Content.Of(Texts.CreditName), Min: 0),
        new One(Names.Work + "contributor-email", Content.Of(Texts.Email), Min: 0),
        new One(Names.Work + "contributor-attributes", Content.Of(
            new One(Names.Work + "contributor-sequence", Content.Of(Texts.Sequence), Min: 0),
            new One(Names.Work + "contributor-role", Content.Of(Texts.Any), Min: 0)), Min: 0));

    /// <param name="work">A <c>work:work</c>.</param>
    /// <returns>What the parser would find wrong first, or null.</returns>
    public static string? FindFault(XElement work) => ContentCheck.FindFault(work, Work);
}
