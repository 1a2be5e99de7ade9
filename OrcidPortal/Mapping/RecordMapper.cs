using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Messages;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Mapping.Rules;

namespace OrcidPortal.Mapping;

/// <summary>Turns the fields of a record into the message for ORCID, and says what stands against sending it. Pure; never throws.</summary>
public static class RecordMapper
{
    /// <summary>The types of citations that ORCID takes.</summary>
    public static IReadOnlyCollection<string> CitationTypes => Citations.CitationReading.Types;

    /// <summary>Maps one record. What ORCID would refuse and the record can do without is left out and warned of; the rest blocks.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="fields">The record's effective fields, from whatever source.</param>
    /// <param name="context">What identifies the record here, and what the words of its source mean.</param>
    public static MappedRecord Map(RecordKind kind, RecordFields fields, MappingContext context)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(context);
        var reading = new RecordReading(kind, fields, context);
        var message = MessageBuilding.Of(reading);
        return new MappedRecord(message, RuleBook.Check(reading), Fingerprints.Of(message), SelfKeys.Of(message));
    }

    /// <summary>Only what stands against sending the record; the same list as <see cref="Map"/> gives.</summary>
    /// <inheritdoc cref="Map"/>
    public static IReadOnlyList<Problem> Validate(RecordKind kind, RecordFields fields, MappingContext context)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(context);
        return RuleBook.Check(new RecordReading(kind, fields, context));
    }
}
