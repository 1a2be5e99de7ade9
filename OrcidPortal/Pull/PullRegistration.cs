using Microsoft.Extensions.Options;
using OrcidPortal.Pull.Webhooks;

namespace OrcidPortal.Pull;

/// <summary>Compare, suggest, claim.</summary>
public static class PullRegistration
{
    public static WebApplicationBuilder AddPull(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PullOptions>().BindConfiguration(PullOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<PullOptions>, PullOptionsCheck>();
        services.AddSingleton<SuggestionFinding>();
        services.AddSingleton<PublicAccess>();
        services.AddSingleton<PersonPull>();
        services.AddSingleton<DueReadings>();
        services.AddSingleton<PullRunner>();
        services.AddSingleton<SuggestionList>();
        services.AddSingleton<SuggestionAnswers>();
        services.AddSingleton<Claims>();
        services.AddSingleton<Profiles>();
        services.AddSingleton<ReadFailureList>();
        services.AddSingleton<ReadingAgain>();
        services.AddTransient<PullJob>();
        services.AddOptions<WebhookOptions>().BindConfiguration(PullOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsCheck>();
        services.AddSingleton<WebhookRows>();
        services.AddSingleton<InstitutionTokens>();
        services.AddSingleton<PeopleLookup>();
        services.AddSingleton<WebhookRegistrar>();
        services.AddSingleton<WebhookReceipt>();
        services.AddSingleton<WebhookFigures>();
        services.AddTransient<WebhookJob>();
        return builder;
    }
}
