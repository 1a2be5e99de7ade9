namespace OrcidPortal.History;

/// <summary>The ledger.</summary>
public static class HistoryRegistration
{
    public static WebApplicationBuilder AddHistory(this WebApplicationBuilder builder)
    {
        builder.Services.AddHistory();
        return builder;
    }

    internal static IServiceCollection AddHistory(this IServiceCollection services) => services.AddSingleton<HistoryList>();
}
