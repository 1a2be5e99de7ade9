using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Control;
using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.OAuth;
using OrcidPortal.Simulator.Screens;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;
using OrcidPortal.Simulator.Webhooks;

namespace OrcidPortal.Simulator;

/// <summary>An ORCID registry to demo and test against.</summary>
public static class SimulatorRegistration
{
    /// <summary>Where it is found inside the portal.</summary>
    public const string Prefix = "/simulator";

    /// <summary>Registers the simulator. Its state is not opened before the first request. A portal that is set to it in Production does not pass the look at its settings.</summary>
    public static WebApplicationBuilder AddSimulator(this WebApplicationBuilder builder)
    {
        AddServices(builder.Services);
        builder.Services.AddSingleton<IValidateOptions<SimulatorOptions>, SimulatorOptionsCheck>();
        return builder;
    }

    /// <summary>Mounts it under <c>/simulator</c> if the portal is set to it, else nowhere; in Production nowhere, whatever the settings say.</summary>
    public static WebApplication MapSimulator(this WebApplication app)
    {
        if (IsChosen(app.Configuration) && !app.Environment.IsProduction()) SimulatorEndpoints.MapTo(app, Prefix);
        return app;
    }

    internal static void AddServices(IServiceCollection services)
    {
        services.AddOptions<SimulatorOptions>().BindConfiguration(SimulatorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => s.GetRequiredService<RegistryUse>().Begin(ActivatorUtilities.CreateInstance<Registry>(s))).AddSingleton<RegistryUse>().AddSingleton<Clients>().AddSingleton<FaultList>().AddSingleton<Limiter>().AddSingleton<Recorder>().AddSingleton<Consents>();
        services.AddSingleton<Gatekeeper>().AddSingleton<Browsers>().AddSingleton<TokenIssuer>().AddSingleton<Grants>();
        services.AddSingleton<SigningKeys>().AddSingleton<IdTokens>().AddSingleton<Answers>();
        services.AddSingleton<AuthorizeEndpoint>().AddSingleton<TokenEndpoint>().AddSingleton<OpenIdEndpoint>();
        services.AddSingleton<SignInEndpoint>().AddSingleton<RegisterEndpoint>().AddSingleton<UserStatusEndpoint>();
        services.AddSingleton<ItemSources>().AddSingleton<Inbox>().AddSingleton<RecordReads>().AddSingleton<ItemReads>().AddSingleton<ItemWrites>();
        services.AddSingleton<RegistryReads>().AddSingleton<PermissionRequests>().AddSingleton<Routes>().AddSingleton<Bearer>().AddSingleton<ApiEndpoint>().AddSingleton<Versions>();
        services.AddSingleton<PeopleControl>().AddSingleton<StandingControl>().AddSingleton<ClientControl>().AddSingleton<TokenControl>().AddSingleton<TrafficControl>().AddSingleton<CallControl>().AddSingleton<LimitControl>().AddSingleton<ClockControl>();
        services.AddSingleton<RecordControl>().AddSingleton<ItemControl>().AddSingleton<ImportControl>().AddSingleton<RequestControl>().AddSingleton<OrganizationControl>();
        services.AddSingleton<WebhookEndpoint>().AddSingleton<WebhookSender>().AddSingleton<WebhookDelivery>().AddSingleton<WebhookControl>().AddHostedService<WebhookClock>();
        services.AddSingleton<HomeScreen>().AddSingleton<RecordPage>().AddSingleton(s => new SimulatorTokens(s.GetRequiredService<Registry>(), s.GetRequiredService<Clients>(), s.GetRequiredService<TokenIssuer>()));
    }

    /// <summary>The simulator is the default registry of the portal.</summary>
    internal static bool IsChosen(IConfiguration configuration) =>
        configuration["Orcid:Environment"]?.Trim() is not { Length: > 0 } chosen || chosen.Equals("Simulator", StringComparison.OrdinalIgnoreCase);
}
