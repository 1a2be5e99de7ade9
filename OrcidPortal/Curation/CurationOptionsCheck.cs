using Microsoft.Extensions.Options;
using OrcidPortal.Curation.ToRepository;

namespace OrcidPortal.Curation;

/// <summary>Says at the start what is wrong with the settings of this room.</summary>
internal sealed class CurationOptionsCheck : IValidateOptions<CurationOptions>
{
    public ValidateOptionsResult Validate(string? name, CurationOptions options) =>
        options.AtOnce is null ? ValidateOptionsResult.Fail("Set Curation:ResearcherCorrections to Minor (all but title, type and identifiers count at once), All or None.")
            : DspaceColumns.Mistake(options) is { } mistake ? ValidateOptionsResult.Fail(mistake)
            : ValidateOptionsResult.Success;
}
