namespace OrcidPortal.Records;

/// <summary>The one door by which a record changes.</summary>
public static class RecordsRegistration
{
    public static WebApplicationBuilder AddRecords(this WebApplicationBuilder builder)
    {
        builder.Services.AddRecords();
        return builder;
    }

    internal static IServiceCollection AddRecords(this IServiceCollection services) =>
        services.AddSingleton<RecordStore>().AddSingleton<RecordCorrections>().AddSingleton<RecordList>();
}
