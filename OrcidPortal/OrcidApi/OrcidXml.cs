using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace OrcidPortal.OrcidApi;

/// <summary>ORCID's namespaces, and XML read so that no foreign text can break anything.</summary>
internal static class OrcidXml
{
    internal static readonly XNamespace Work = "http://www.orcid.org/ns/work";
    internal static readonly XNamespace Funding = "http://www.orcid.org/ns/funding";
    internal static readonly XNamespace Common = "http://www.orcid.org/ns/common";
    internal static readonly XNamespace Bulk = "http://www.orcid.org/ns/bulk";
    internal static readonly XNamespace Activities = "http://www.orcid.org/ns/activities";

    /// <summary>Reads a document without DTD, entities or look-ups.</summary>
    internal static bool TryParse(byte[] body, [NotNullWhen(true)] out XElement? root)
    {
        try
        {
            using var reader = Open(body);
            root = XDocument.Load(reader).Root;
            return root is not null;
        }
        catch (XmlException)
        {
            root = null;
            return false;
        }
    }

    /// <summary>A reader that takes no DTD and looks nothing up.</summary>
    internal static XmlReader Open(byte[] body) =>
        XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreWhitespace = false });

    /// <summary>The text without the characters XML cannot carry: control characters, lone surrogates, U+FFFE, U+FFFF.</summary>
    internal static string Clean(string text)
    {
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++) clean = XmlConvert.IsXmlChar(text[i]);
        if (clean) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                kept.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                kept.Append(text, i++, 2);
            }
        }
        return kept.ToString();
    }
}
