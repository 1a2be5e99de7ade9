using Microsoft.Extensions.Options;

namespace OrcidPortal.Simulator;

/// <summary>A registry that lets everybody be anybody is no registry for production. Looked at with all other settings, so that one refusal names everything.</summary>
internal sealed class SimulatorOptionsCheck(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<SimulatorOptions>
{
    public ValidateOptionsResult Validate(string? name, SimulatorOptions options) =>
        environment.IsProduction() && SimulatorRegistration.IsChosen(configuration)
            ? ValidateOptionsResult.Fail("Set Orcid:Environment to Sandbox, Production or Custom: the ORCID simulator is for demo and test and does not run in Production.")
            : ValidateOptionsResult.Success;
}
