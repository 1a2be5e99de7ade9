using OrcidPortal.Curation.Bulk;
using OrcidPortal.Curation.Duplicates;

namespace OrcidPortal.Curation;

/// <summary>Works that need fixing, and who may fix them.</summary>
public static class CurationRegistration
{
    public static WebApplicationBuilder AddCuration(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<FixList>();
        services.AddSingleton<FixCounts>();
        services.AddSingleton<RecordEditing>();
        services.AddSingleton<MovedOnList>();
        services.AddSingleton<BulkFixes>();
        services.AddSingleton<BulkFixList>();
        services.AddSingleton<BulkTrying>();
        services.AddSingleton<BulkApplying>();
        services.AddSingleton<BulkFixRunner>();
        services.AddTransient<BulkFixJob>();
        services.AddSingleton<DuplicateList>();
        services.AddSingleton<DuplicateMerging>();
        services.AddSingleton<MergePreviews>();
        services.AddSingleton<MergeNoticeList>();
        return builder;
    }
}
