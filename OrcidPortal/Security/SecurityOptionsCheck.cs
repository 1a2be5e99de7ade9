using Microsoft.Extensions.Options;

namespace OrcidPortal.Security;

/// <summary>Stops a start that would leave the portal open, or unable to open its tokens again. One sentence per setting.</summary>
internal sealed class SecurityOptionsCheck(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<SecurityOptions>
{
    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        var failures = new List<string>();
        switch (options.SignIn)
        {
            case SecurityMode.Entra:
                foreach (var key in (string[])["AzureAd:Instance", "AzureAd:TenantId", "AzureAd:ClientId"])
                    if (string.IsNullOrWhiteSpace(configuration[key])) failures.Add($"Set {key}: Security:Mode is Entra, which signs people in there.");
                break;
            case SecurityMode.Demo when !environment.IsDevelopment():
                failures.Add($"Set Security:Mode to Entra and AzureAd:Instance, AzureAd:TenantId, AzureAd:ClientId: the demo sign-in lets everybody in, so it works in the Development environment only (this is {environment.EnvironmentName}).");
                break;
            case SecurityMode.None:
                failures.Add("Set Security:Mode: Entra (with AzureAd:Instance, AzureAd:TenantId, AzureAd:ClientId), or Demo in the Development environment. Without a sign-in the portal does not start.");
                break;
        }
        if (!environment.IsDevelopment() && string.IsNullOrWhiteSpace(options.KeyFolder))
            failures.Add("Set Security:KeyFolder: the folder of the keys that seal people's ORCID permissions. It must outlive updates and be backed up; all servers share it. Without the keys everybody has to connect again.");
        if (options.SessionTime < options.IdleTime) failures.Add("Raise Security:SessionTime: it is shorter than Security:IdleTime.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
