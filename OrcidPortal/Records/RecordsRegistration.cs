namespace OrcidPortal.Records;

/// <summary>The one door by which a record changes.</summary>
public static class RecordsRegistration
{
    public static WebApplicationBuilder AddRecords(this WebApplicationBuilder builder) => builder;

}
