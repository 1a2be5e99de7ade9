using Microsoft.Extensions.Options;
using OrcidPortal.Mapping.Matching;

namespace OrcidPortal.Pull;

/// <summary>Says at the start which rule for taking over names no field.</summary>
internal sealed class PullOptionsCheck : IValidateOptions<PullOptions>
{
    public ValidateOptionsResult Validate(string? name, PullOptions options) => options.FillEmpty.FirstOrDefault(f => !FieldDifferences.Fillable.Contains(f)) is { } unknown
        ? ValidateOptionsResult.Fail($"Correct Pull:FillEmpty: '{unknown}' is none of {string.Join(", ", FieldDifferences.Fillable)}.")
        : ValidateOptionsResult.Success;
}
