using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Records.Organizations;

/// <summary>Settings <c>Organizations:*</c>.</summary>
public sealed class OrganizationsOptions : IValidatableObject
{
    public const string Section = "Organizations";

    /// <summary>Which identifier goes to ORCID where an organisation has several: the first of this order it has (default ROR, FUNDREF, GRID, RINGGOLD, LEI).</summary>
    [Required]
    public string IdentifierOrder { get; set; } = "ROR, FUNDREF, GRID, RINGGOLD, LEI";

    internal string[] Order => IdentifierOrder.ToUpperInvariant().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Order.FirstOrDefault(s => !OrganizationSources.All.Contains(s)) is { } unknown)
            yield return new ValidationResult($"Organizations:IdentifierOrder names \"{unknown}\". ORCID knows {string.Join(", ", OrganizationSources.All)}.", [nameof(IdentifierOrder)]);
    }
}

/// <summary>Whose identifiers of organisations ORCID takes.</summary>
public static class OrganizationSources
{
    public static IReadOnlyList<string> All { get; } = ["ROR", "FUNDREF", "GRID", "RINGGOLD", "LEI"];
}
