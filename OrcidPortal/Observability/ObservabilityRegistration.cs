using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace OrcidPortal.Observability;

/// <summary>Health.</summary>
public static class ObservabilityRegistration
{
    /// <summary>The tag of checks that <c>/readyz</c> asks.</summary>
    public const string Ready = "ready";

    public static WebApplicationBuilder AddObservability(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready], timeout: TimeSpan.FromSeconds(5));
        return builder;
    }

    /// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can serve. For everybody, and they say one word only.</summary>
    public static WebApplication MapObservability(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
        return app;
    }
}
