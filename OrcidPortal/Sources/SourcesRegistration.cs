namespace OrcidPortal.Sources;

/// <summary>Records come in.</summary>
public static class SourcesRegistration
{
    public static WebApplicationBuilder AddSources(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SourcesOptions>().BindConfiguration(SourcesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Imports>();
        builder.Services.AddSingleton<ImportRunner>();
        builder.Services.AddSingleton<ImportList>();
        builder.Services.AddScoped<ImportJob>();
        return builder;
    }
}
