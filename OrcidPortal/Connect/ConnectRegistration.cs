using OrcidPortal.OrcidApi;
using OrcidPortal.Security;

namespace OrcidPortal.Connect;

/// <summary>Linking and unlinking an ORCID iD.</summary>
public static class ConnectRegistration
{
    public static WebApplicationBuilder AddConnect(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OrcidLink>().AddSingleton<Tokens>().AddSingleton<Preferences>().AddSingleton<Agreements>()
            .AddSingleton<ConnectionList>().AddSingleton<ConnectionCounts>().AddSingleton<Revocations>();
        // "Connect" is a form of ours that leads to ORCID.
        builder.Services.Configure<ContentPolicy>(p => p.FormTargets.Add(services =>
            services.GetRequiredService<OrcidEndpoints>() is { IsInsidePortal: false } registry ? registry.OAuth.GetLeftPart(UriPartial.Authority) : null));
        return builder;
    }
}
