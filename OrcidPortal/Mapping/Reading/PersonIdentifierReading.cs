using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Mapping.Reading;

/// <summary>The identifier of a person as it was understood. Its type is free text at ORCID; of an ISNI the form, the check character and the address are known.</summary>
/// <param name="Given">As the record has it.</param>
/// <param name="Url">Absolute, or null.</param>
/// <param name="IsWrong">An ISNI whose check character says that a figure is wrong.</param>
internal sealed record PersonIdentifierReading(FieldIdentifier Given, string Type, string Value, string? Url, bool IsWrong)
{
    /// <summary>The first identifier of the record; null where it has none.</summary>
    public static PersonIdentifierReading? Of(RecordFields fields)
    {
        if (fields.ExternalIds is not [var given, ..]) return null;
        var (type, value, url) = (PersonIdentifierTypes.Spell(PlainText.Of(given.Type)), PlainText.Of(given.Value), WebAddress.TryRead(given.Url, out var found) ? found : null);
        if (type != PersonIdentifierTypes.Isni) return new PersonIdentifierReading(given, type, value, url, IsWrong: false);
        return Isni.TryParse(value, out var isni)
            ? new PersonIdentifierReading(given, type, isni.Value, url ?? isni.Url, IsWrong: false)
            : new PersonIdentifierReading(given, type, value, url, IsWrong: true);
    }
}
