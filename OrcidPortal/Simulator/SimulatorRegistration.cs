namespace OrcidPortal.Simulator;

/// <summary>An ORCID registry to demo and test against.</summary>
public static class SimulatorRegistration
{
    public static WebApplicationBuilder AddSimulator(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapSimulator(this WebApplication app) => app;
}
