namespace OrcidPortal.History;

/// <summary>The ledger.</summary>
public static class HistoryRegistration
{
    public static WebApplicationBuilder AddHistory(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HistoryOptions>().BindConfiguration(HistoryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<HistoryList>();
        builder.Services.AddSingleton<Retention>();
        return builder;
    }
}
