using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>The one door by which a record changes, and the directory of organisations that records name.</summary>
public static class RecordsRegistration
{
    public static WebApplicationBuilder AddRecords(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<OrganizationsOptions>().BindConfiguration(OrganizationsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<OrganizationDirectory>().AddSingleton<OrganizationImport>().AddSingleton<OrganizationMerging>().AddSingleton<RorLoader>();
        builder.Services.AddRecords();
        return builder;
    }

    internal static IServiceCollection AddRecords(this IServiceCollection services) =>
        services.AddSingleton<RecordStore>().AddSingleton<RecordCorrections>().AddSingleton<MovedOnChoices>().AddSingleton<RecordList>()
            .AddSingleton<VocabularyStore>().AddSingleton<VocabularyList>().AddSingleton<VocabularyImport>().AddSingleton<TermChangeList>();
}
