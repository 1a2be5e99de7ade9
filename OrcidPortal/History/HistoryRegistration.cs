namespace OrcidPortal.History;

/// <summary>The ledger.</summary>
public static class HistoryRegistration
{
    public static WebApplicationBuilder AddHistory(this WebApplicationBuilder builder) => builder;

}
