using Microsoft.Extensions.Options;
using OrcidPortal.Curation.Bulk;
using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Curation.ToDeposit;
using OrcidPortal.Curation.ToRepository;

namespace OrcidPortal.Curation;

/// <summary>Works that need fixing, who may fix them, and what people hand to each other.</summary>
public static class CurationRegistration
{
    public static WebApplicationBuilder AddCuration(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<FixList>();
        services.AddSingleton<FixCounts>();
        services.AddOptions<CurationOptions>().BindConfiguration(CurationOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CurationOptions>, CurationOptionsCheck>();
        services.AddSingleton<RecordEditing>();
        services.AddSingleton<MovedOnList>();
        services.AddSingleton<DspaceColumns>();
        services.AddSingleton<RepositoryCorrections>();
        services.AddSingleton<DepositList>();
        services.AddSingleton<DepositCounts>();
        services.AddSingleton<Deposits>();
        services.AddSingleton<DepositFiles>();
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
        services.AddSingleton<ProposalList>();
        services.AddSingleton<ProposalDecisions>();
        services.AddSingleton<Questions>();
        services.AddSingleton<QuestionList>();
        services.AddSingleton<Assignments>();
        services.AddSingleton<AssignmentList>();
        services.AddSingleton<Exclusions>();
        services.AddSingleton<Handovers>();
        services.AddSingleton<HandoverList>();
        services.AddSingleton<HandCounts>();
        services.AddSingleton<RecordHandsReading>();
        return builder;
    }
}
