using Microsoft.Extensions.Options;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Pull.Webhooks;

/// <summary>Stops a start that would give ORCID an address at which it cannot, or should not, call.</summary>
internal sealed class WebhookOptionsCheck(IConfiguration configuration) : IValidateOptions<WebhookOptions>
{
    private const string Key = "Pull:WebhookUrl";

    /// <summary>Room for the path and the secret in what the table holds.</summary>
    private const int LongestUrl = 250;

    public ValidateOptionsResult Validate(string? name, WebhookOptions options) =>
        options.Webhooks != WebhooksFor.None && Fault(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;

    private string? Fault(WebhookOptions options)
    {
        var url = options.WebhookUrl?.Trim() ?? "";
        if (url.Length == 0) return $"Set {Key}: Pull:Webhooks is {options.Webhooks}, which needs the address at which ORCID reaches this portal, such as https://orcid.example.edu.";
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri is not { UserInfo: "", Query: "", Fragment: "" })
            return $"Correct {Key}: '{url}' is not an http or https address without a name, a query or a fragment, of at most {LongestUrl} characters.";
        // The secret is in the address: it must not travel readably. And nobody but this machine knows localhost.
        return IsRealRegistry && (uri.Scheme != "https" || uri.IsLoopback)
            ? $"Correct {Key}: '{url}' is no address at which ORCID could call. Give the portal's public https address, or set Pull:Webhooks to None."
            : null;
    }

    // From the configuration: settings for ORCID that are wrong themselves have their own check.
    private bool IsRealRegistry => Enum.TryParse<OrcidEnvironment>(configuration[$"{OrcidOptions.Section}:{nameof(OrcidOptions.Environment)}"], ignoreCase: true, out var environment)
        && environment is OrcidEnvironment.Sandbox or OrcidEnvironment.Production;
}
