using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Curation.Bulk;

/// <summary>Which records a fix is about, and what it asks of each.</summary>
internal static class BulkRecords
{
    /// <summary>The records it is about, in no order.</summary>
    public static async Task<IQueryable<Guid>> OfAsync(PortalDb db, BulkFix fix, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (fix.Kind)
        {
            case BulkFixKind.Word:
                var words = await VocabularyStore.TermsAsync(db, fix.Vocabulary!, fix.Word!, cancellationToken);
                return db.RecordTerms.Where(t => t.Vocabulary == fix.Vocabulary && words.Contains(t.Value)).Select(t => t.RecordId).Distinct();
            case BulkFixKind.Organization:
                var name = OrganizationKeys.OfName(fix.Word);
                return db.RecordTerms.Where(t => t.Vocabulary == VocabularyNames.Organization && t.Value == name).Select(t => t.RecordId).Distinct();
            default:
                return FixList.Of(db, BulkFixes.FilterOf(fix) ?? throw new InvalidOperationException("Those chosen one by one are listed already."), now).Select(r => r.RecordId);
        }
    }

    /// <summary>The corrections it asks of one record; none where there is nothing to correct, and for what is said once for all (a word, an organisation).</summary>
    /// <param name="problems">The stored problems of the record.</param>
    public static IReadOnlyList<CorrectionRequest> Corrections(BulkFix fix, Record record, IEnumerable<RecordProblem> problems) => fix.Kind switch
    {
        BulkFixKind.SetField => FieldPaths.Of(record.Kind).Contains(fix.Field!) && FieldValues.Get(record.Fields, fix.Field!) != fix.Value
            ? [new CorrectionRequest(fix.Field!, null, CorrectionOp.Replace, fix.Value)] : [],
        BulkFixKind.Suggestions => [.. problems.Select(p => Suggested(p, record.Fields, BulkFixes.FilterOf(fix))).OfType<CorrectionRequest>().DistinctBy(r => (r.Field, r.Key))],
        _ => [],
    };

    /// <summary>A suggestion as a correction; null where it is none that a field can take as it stands.</summary>
    private static CorrectionRequest? Suggested(RecordProblem problem, RecordFields fields, FixFilter? filter)
    {
        // " / " separates readings of an amount: which of them is right, somebody has to say.
        if (problem.Suggestion is not { } value || problem.Code == ProblemCodes.AmountAmbiguous) return null;
        if (filter?.ProblemCode is { Length: > 0 } code && (problem.Code != code || (filter.About is { } about && problem.About != about))) return null;
        if (problem.Field.Split('/', 2) is not [var path, var key]) return FieldPaths.IsList(problem.Field) ? null : new CorrectionRequest(problem.Field, null, CorrectionOp.Replace, value);
        if (path != FieldPaths.ExternalIds || fields.ExternalIds.FirstOrDefault(i => i.Key == key) is not { } id) return null;
        return new CorrectionRequest(path, key, CorrectionOp.Replace, FieldValues.Write(SuggestedValues.In(id, problem.Code, value)));
    }
}
