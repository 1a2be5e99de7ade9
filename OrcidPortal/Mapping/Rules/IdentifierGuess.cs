using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>What an identifier under the wrong type really is.</summary>
internal static class IdentifierGuess
{
    /// <summary><c>doi:10.1000/1</c>, where the value alone is certain to be of another type; else null.</summary>
    public static string? Of(IdentifierReading id)
    {
        var text = id.Given.Value ?? "";
        if (text.Length is 0 or > 500) return null;
        return OrcidPortal.Identifiers.ExternalIdRecognition.Of(text) is { } found && found.Type != id.Type ? $"{found.Type}:{found.Value}" : null;
    }
}
