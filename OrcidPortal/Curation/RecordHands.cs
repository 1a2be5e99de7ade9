namespace OrcidPortal.Curation;

/// <summary>What curators handed to each other and asked about one record.</summary>
/// <param name="Assigned">Who looks after it; null: nobody.</param>
/// <param name="Curators">Who could.</param>
/// <param name="Questions">The newest first.</param>
/// <param name="Handovers">Failures that wait for a curator.</param>
public sealed record RecordHands(AssignmentRow? Assigned, IReadOnlyList<CuratorRow> Curators, IReadOnlyList<QuestionRow> Questions, IReadOnlyList<HandoverRow> Handovers);

/// <summary>Reads it for the editor.</summary>
public sealed class RecordHandsReading(AssignmentList assignments, QuestionList questions, HandoverList handovers)
{
    /// <summary>All of one record.</summary>
    public async Task<RecordHands> LoadAsync(Guid recordId, CancellationToken cancellationToken) => new(
        await assignments.OfAsync(recordId, cancellationToken), await assignments.CuratorsAsync(cancellationToken),
        await questions.OfRecordAsync(recordId, cancellationToken), await handovers.OfRecordAsync(recordId, cancellationToken));
}
