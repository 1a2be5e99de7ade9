namespace OrcidPortal.Simulator.Rules;

/// <summary>Words of closed lists (9037).</summary>
internal static class VocabularyRules
{
    public static ApiError? Check(string? value, IReadOnlyCollection<string> values, string what) => string.IsNullOrEmpty(value) ? null : CheckRequired(value, values, what);

    public static ApiError? CheckRequired(string? value, IReadOnlyCollection<string> values, string what) =>
        value is not null && values.Contains(value) ? null : ErrorTexts.Of(9037, null, ("type", what), ("values", string.Join(", ", values)));
}
