namespace OrcidPortal.Observability;

/// <summary>Health.</summary>
public static class ObservabilityRegistration
{
    public static WebApplicationBuilder AddObservability(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapObservability(this WebApplication app) => app;
}
