namespace OrcidPortal.Live;

/// <summary>Topics and versions, so that pages change by themselves.</summary>
public static class LiveRegistration
{
    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveUpdates>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveUpdates>());
        return builder;
    }
}
