namespace OrcidPortal.Connect;

/// <summary>Linking and unlinking an ORCID iD.</summary>
public static class ConnectRegistration
{
    public static WebApplicationBuilder AddConnect(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OrcidLink>().AddSingleton<Tokens>().AddSingleton<Preferences>().AddSingleton<Agreements>()
            .AddSingleton<ConnectionList>().AddSingleton<Revocations>();
        return builder;
    }
}
