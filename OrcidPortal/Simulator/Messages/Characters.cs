using System.Text;
using System.Xml;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Takes out what XML cannot carry: JSON can say control characters and halves of surrogate pairs.</summary>
internal static class Characters
{
    public static string? Legal(string? text)
    {
        if (text is null || text.All(XmlConvert.IsXmlChar)) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) kept.Append(text[i]).Append(text[++i]);
        }
        return kept.ToString();
    }
}
