namespace OrcidPortal.Remote;

/// <summary>What push and pull share towards ORCID.</summary>
public static class RemoteRegistration
{
    public static WebApplicationBuilder AddRemote(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RemoteOptions>().BindConfiguration(RemoteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Mistakes>();
        services.AddSingleton<Leases>();
        services.AddSingleton<CallBudget>();
        services.AddSingleton<ConnectionTransitions>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<LockedRecords>();
        return builder;
    }
}
