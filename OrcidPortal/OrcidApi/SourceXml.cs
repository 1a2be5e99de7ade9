using System.Xml.Linq;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Who added an item: a client or the person.</summary>
/// <param name="ClientId">The client's id, or null.</param>
/// <param name="Orcid">The person's iD, or null.</param>
/// <param name="Name">The public name, or null.</param>
internal sealed record SourceXml(string? ClientId, string? Orcid, string? Name)
{
    internal static SourceXml Read(XElement item)
    {
        var source = item.Element(Common + "source");
        return new SourceXml(
            LastSegment(source?.Element(Common + "source-client-id")),
            LastSegment(source?.Element(Common + "source-orcid")),
            CommonXmlReader.Text(source?.Element(Common + "source-name")));
    }

    /// <summary>The id in <c>path</c>, else the end of <c>uri</c>.</summary>
    internal static string? LastSegment(XElement? id) =>
        CommonXmlReader.Text(id?.Element(Common + "path")) ?? CommonXmlReader.Text(id?.Element(Common + "uri"))?.Split('/')[^1];
}
