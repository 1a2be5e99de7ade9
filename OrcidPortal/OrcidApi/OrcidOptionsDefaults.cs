using Microsoft.Extensions.Options;

namespace OrcidPortal.OrcidApi;

/// <summary>Gives the simulator's own client where nothing else is configured, so that a first start needs no settings.</summary>
internal sealed class OrcidOptionsDefaults : IPostConfigureOptions<OrcidOptions>
{
    internal const string SimulatorClientId = "APP-ORCIDPORTALDEMO1";
    internal const string SimulatorClientSecret = "simulator-secret";

    public void PostConfigure(string? name, OrcidOptions options)
    {
        if (options.Environment != OrcidEnvironment.Simulator) return;
        if (string.IsNullOrWhiteSpace(options.ClientId)) options.ClientId = SimulatorClientId;
        if (string.IsNullOrWhiteSpace(options.ClientSecret)) options.ClientSecret = SimulatorClientSecret;
    }
}
