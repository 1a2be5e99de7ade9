using Microsoft.Extensions.Options;
using OrcidPortal.OrcidApi;

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
        services.AddSingleton(s => Budget(s, CallLimits.OfMembers));
        services.AddKeyedSingleton(CallBudget.Public, (s, _) => Budget(s, CallLimits.OfPublic));
        services.AddSingleton<RecordCalls>();
        services.AddSingleton<ConnectionTransitions>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<LockedRecords>();
        return builder;
    }

    private static CallBudget Budget(IServiceProvider services, Func<OrcidOptions, CallLimits> limits) =>
        ActivatorUtilities.CreateInstance<CallBudget>(services, limits(services.GetRequiredService<IOptions<OrcidOptions>>().Value));
}
