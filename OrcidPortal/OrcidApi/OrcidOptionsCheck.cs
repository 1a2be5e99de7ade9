using Microsoft.Extensions.Options;

namespace OrcidPortal.OrcidApi;

/// <summary>Stops a start whose settings for ORCID cannot work, with one sentence per key.</summary>
internal sealed class OrcidOptionsCheck : IValidateOptions<OrcidOptions>
{
    public ValidateOptionsResult Validate(string? name, OrcidOptions options)
    {
        var failures = new List<string>();
        if (options.Environment != OrcidEnvironment.Simulator)
        {
            var why = $"Orcid:Environment is {options.Environment}, which needs the credentials ORCID gave your institution.";
            if (string.IsNullOrWhiteSpace(options.ClientId)) failures.Add($"Set Orcid:ClientId: {why}");
            if (string.IsNullOrWhiteSpace(options.ClientSecret)) failures.Add($"Set Orcid:ClientSecret: {why}");
        }
        if (options.Environment == OrcidEnvironment.Custom)
        {
            CheckUrl(failures, "Orcid:OAuthUrl", options.OAuthUrl, required: true);
            CheckUrl(failures, "Orcid:ApiUrl", options.ApiUrl, required: true);
            CheckUrl(failures, "Orcid:PublicUrl", options.PublicUrl, required: true);
        }
        if (options.Environment == OrcidEnvironment.Simulator) CheckUrl(failures, "Orcid:SimulatorUrl", options.SimulatorUrl, required: false);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckUrl(List<string> failures, string key, string? value, bool required)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            if (required) failures.Add($"Set {key}: Orcid:Environment is Custom, which needs to know where the registry is.");
        }
        else if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            failures.Add($"Correct {key}: '{value}' is not an http or https address.");
        }
    }
}
