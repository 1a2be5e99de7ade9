using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Records.Organizations;

/// <summary>Settings <c>Organizations:*</c>.</summary>
public sealed class OrganizationsOptions : IValidatableObject
{
    public const string Section = "Organizations";

    /// <summary>
    /// Which identifier of an organisation is sent, the first it has, separated by commas (default <c>ROR, FUNDREF, GRID, RINGGOLD, LEI</c>).
    /// A source that is left out is never sent.
    /// </summary>
    [Required]
    public string IdentifierOrder { get; set; } = "ROR, FUNDREF, GRID, RINGGOLD, LEI";

    internal IReadOnlyList<string> Order =>
        [.. IdentifierOrder.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => s.ToUpperInvariant())];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var known = string.Join(", ", OrganizationIdForm.Sources);
        foreach (var source in Order.Except(OrganizationIdForm.Sources))
            yield return new ValidationResult($"Organizations:IdentifierOrder names '{source}', which ORCID does not know. Use some of {known}.", [nameof(IdentifierOrder)]);
        if (Order.Count != Order.Distinct().Count())
            yield return new ValidationResult($"Organizations:IdentifierOrder names a source twice: '{IdentifierOrder}'. Use each of {known} at most once.", [nameof(IdentifierOrder)]);
    }
}
