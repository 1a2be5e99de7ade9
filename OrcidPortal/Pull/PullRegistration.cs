namespace OrcidPortal.Pull;

/// <summary>Compare, suggest, claim.</summary>
public static class PullRegistration
{
    public static WebApplicationBuilder AddPull(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PullOptions>().BindConfiguration(PullOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SuggestionFinding>();
        services.AddSingleton<PersonPull>();
        services.AddSingleton<DueReadings>();
        services.AddSingleton<PullRunner>();
        services.AddSingleton<SuggestionList>();
        services.AddSingleton<SuggestionAnswers>();
        services.AddSingleton<Claims>();
        services.AddTransient<PullJob>();
        return builder;
    }
}
