using Microsoft.Extensions.Options;

namespace OrcidPortal.OrcidApi;

/// <summary>The typed client of ORCID's API 3.0 and OAuth.</summary>
public static class OrcidApiRegistration
{
    public static WebApplicationBuilder AddOrcidApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<OrcidOptions>().BindConfiguration(OrcidOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<OrcidOptions>, OrcidOptionsDefaults>();
        services.AddSingleton<IValidateOptions<OrcidOptions>, OrcidOptionsCheck>();
        services.AddSingleton<OrcidEndpoints>();
        services.AddHttpClient<OrcidOAuthClient>().ConfigureClient();
        services.AddHttpClient<OrcidMemberClient>().ConfigureClient();
        services.AddHttpClient<OrcidPublicClient>().ConfigureClient();
        services.AddHttpClient<OrcidWebhookClient>().ConfigureClient();
        return builder;
    }

    /// <summary>No redirects (a 301 is an answer), no cookies, no log lines that could show a token; the time of a call is limited per call.</summary>
    private static void ConfigureClient(this IHttpClientBuilder client) => client
        .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
        .UseSocketsHttpHandler((handler, services) =>
        {
            var options = services.GetRequiredService<IOptions<OrcidOptions>>().Value;
            handler.AllowAutoRedirect = false;
            // The simulator is on this machine or beside it: no proxy leads there.
            handler.UseProxy = options.Environment != OrcidEnvironment.Simulator;
            handler.UseCookies = false;
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
            handler.ConnectTimeout = TimeSpan.FromTicks(Math.Min(TimeSpan.FromSeconds(10).Ticks, options.CallTimeout.Ticks / 2));
            handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
