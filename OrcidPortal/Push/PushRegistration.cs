namespace OrcidPortal.Push;

/// <summary>Plan, validate, send.</summary>
public static class PushRegistration
{
    public static WebApplicationBuilder AddPush(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PushOptions>().BindConfiguration(PushOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PushPlanner>();
        services.AddSingleton<PushSender>();
        services.AddSingleton<FirstSync>();
        services.AddSingleton<SyncItemList>();
        services.AddSingleton<SyncItems>();
        services.AddSingleton<FailureList>();
        services.AddTransient<PushJob>();
        services.AddTransient<ReadJob>();
        return builder;
    }
}
