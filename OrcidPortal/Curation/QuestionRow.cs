using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation;

/// <summary>A question with its record and whom it asks.</summary>
/// <param name="Title">Of the record; may be empty.</param>
public sealed record QuestionRow(Question Question, RecordKind Kind, string Title, string PersonName, string LocalId);

/// <summary>Which questions a list shows; what is null does not narrow.</summary>
/// <param name="Within">Somebody of these departments has the record.</param>
public sealed record QuestionFilter(QuestionState State = QuestionState.Answered, Guid? PersonId = null, ValueList<string>? Within = null);
