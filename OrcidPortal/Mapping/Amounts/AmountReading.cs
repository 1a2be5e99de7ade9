namespace OrcidPortal.Mapping.Amounts;

/// <summary>What was understood of an amount.</summary>
/// <param name="Amount">In ORCID's form (else 9054): digits with at most two decimals behind a point, <c>1234.5</c>; the likelier reading where it is not certain; null for none.</param>
/// <param name="Currency">The ISO 4217 code the text names; null where it names none, or one of several (<c>$</c>, <c>kr</c>).</param>
/// <param name="IsCertain">False where <c>1,234</c> may be a thousand or one.</param>
/// <param name="Suggestions">The possible amounts, the likelier first; empty where the amount is certain or there is none.</param>
internal sealed record AmountReading(string? Amount, string? Currency, bool IsCertain, IReadOnlyList<string> Suggestions)
{
    /// <summary>No amount: no number, several, a range, nothing above zero.</summary>
    internal static AmountReading None { get; } = new(null, null, false, []);
}
