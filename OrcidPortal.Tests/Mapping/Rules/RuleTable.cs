using OrcidPortal.Data.Entities;

namespace OrcidPortal.Tests.Mapping.Rules;

/// <summary>Every rule, once.</summary>
internal static class RuleTable
{
    public static IReadOnlyList<RuleRow> All { get; } = [.. WorkRows.All, .. PlaceRows.All, .. ProfileRows.All];

    public static TheoryData<string> Codes => [.. All.Select(r => r.Code)];

    /// <summary>Rules about one record.</summary>
    public static TheoryData<string> OfRecords => [.. All.Where(r => !r.IsPlanned).Select(r => r.Code)];

    /// <summary>Rules that warn.</summary>
    public static TheoryData<string> Warnings => [.. All.Where(r => r is { IsPlanned: false, Severity: ProblemSeverity.Warns }).Select(r => r.Code)];

    public static RuleRow Of(string code) => All.Single(r => r.Code == code);
}
