using System.Globalization;
using System.Xml.Linq;
using static OrcidPortal.Simulator.Messages.Names;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Dates, iDs and sources.</summary>
internal sealed class SourceXml(SourceNames sources)
{
    public static IEnumerable<XElement> Dates(DateTimeOffset created, DateTimeOffset modified) => [Date(Common + "created-date", created), LastModified(modified)];

    public static XElement LastModified(DateTimeOffset at) => Date(Common + "last-modified-date", at);

    public static XElement Date(XName name, DateTimeOffset at) => new(name, Format(at.ToUnixTimeMilliseconds()));

    /// <param name="milliseconds">Since 1970; a year beyond 9999 cannot be said and is taken as the last instant that can.</param>
    public static string Format(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, -62_135_596_800_000, 253_402_300_799_999)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public XElement Of(string source) => new(
        Common + "source",
        Reference(Common + (SourceNames.IsClient(source) ? "source-client-id" : "source-orcid"), source),
        sources.NameOf(source) is { } name ? new XElement(Common + "source-name", name) : null);

    public XElement Reference(XName name, string source) => new(
        name, new XElement(Common + "uri", sources.UriOf(source)), new XElement(Common + "path", source), new XElement(Common + "host", sources.Host));
}
