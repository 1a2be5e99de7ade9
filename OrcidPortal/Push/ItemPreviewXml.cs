using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>The body of a call for people to read.</summary>
internal static class ItemPreviewXml
{
    /// <summary>What would be sent, indented, without the declaration.</summary>
    /// <param name="record">What it says; also one that cannot be sent yet.</param>
    /// <param name="putCode">The item it replaces; null for a new one.</param>
    public static string Of(MappedRecord record, PutCode? putCode = null)
    {
        var text = OrcidMessages.ToText(record.Message);
        // The first attribute of the root, as it travels. The root declares its namespace, so there is a blank behind its name.
        return putCode is { } code ? text.Insert(text.IndexOf(' ', StringComparison.Ordinal), $" put-code=\"{code}\"") : text;
    }
}
