using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>The one door by which a record changes.</summary>
public static class RecordsRegistration
{
    public static WebApplicationBuilder AddRecords(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<OrganizationsOptions>().BindConfiguration(OrganizationsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRecords();
        return builder;
    }

    internal static IServiceCollection AddRecords(this IServiceCollection services) =>
        services.AddSingleton<RecordStore>().AddSingleton<RecordCorrections>().AddSingleton<RecordList>()
            .AddSingleton<VocabularyStore>().AddSingleton<OrganizationDirectory>().AddSingleton<OrganizationEditing>().AddSingleton<RorLoader>();
}
