using System.Diagnostics.CodeAnalysis;
using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>Messages as XML, for whoever wants to see or keep what travels.</summary>
public static class OrcidMessages
{
    /// <summary>The body of a call as it would be sent: UTF-8, without line breaks.</summary>
    /// <param name="message">What it is to say.</param>
    /// <param name="putCode">Which item it replaces; null for a new one.</param>
    public static byte[] ToXml(OrcidMessage message, PutCode? putCode = null) => MessageXmlWriter.Write(message, putCode);

    /// <summary>The same for people to read: indented, without the declaration.</summary>
    public static string ToText(OrcidMessage message) => MessageXmlWriter.WriteLines(message);

    /// <summary>Reads a single item or the summary of one.</summary>
    /// <returns>False where the bytes are not XML, have a document type, or hold something else.</returns>
    public static bool TryRead(byte[] xml, [NotNullWhen(true)] out OrcidMessage? message)
    {
        message = null;
        return OrcidXml.TryParse(xml, out var root) && MessageXmlReader.TryReadMessage(root, out message);
    }
}
