using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using OrcidPortal.Curation.ToRepository;

namespace OrcidPortal.Curation;

/// <summary>Says at the start what is wrong with the settings of this room.</summary>
internal sealed partial class CurationOptionsCheck : IValidateOptions<CurationOptions>
{
    public ValidateOptionsResult Validate(string? name, CurationOptions options) =>
        options.AtOnce is null ? ValidateOptionsResult.Fail("Set Curation:ResearcherCorrections to Minor (all but title, type and identifiers count at once), All or None.")
            : DspaceColumns.Mistake(options) is { } mistake ? ValidateOptionsResult.Fail(mistake)
            : !string.IsNullOrWhiteSpace(options.DepositCollection) && !Handle().IsMatch(options.DepositCollection) ? ValidateOptionsResult.Fail("Set Curation:DepositCollection to the handle of a collection in the repository, such as 123456789/2, or leave it away.")
            : ValidateOptionsResult.Success;

    [GeneratedRegex(@"^\s*[0-9][0-9A-Za-z.]*/[0-9A-Za-z._-]+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();
}
