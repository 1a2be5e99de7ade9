using OrcidPortal.Push.Reconciling;

namespace OrcidPortal.Push;

/// <summary>Plan, validate, send.</summary>
public static class PushRegistration
{
    public static WebApplicationBuilder AddPush(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PushOptions>().BindConfiguration(PushOptions.Section).ValidateDataAnnotations().Validate(o => o.Brake is { Items: >= 0, Share: >= 0 and <= 1 }, "Set Push:Brake:Items to 0 or more, and Push:Brake:Share to a share from 0 to 1.").ValidateOnStart();
        services.AddSingleton<MappingContexts>();
        services.AddSingleton<PlanPage>();
        services.AddSingleton<PushPlanner>();
        services.AddSingleton<SendPoints>();
        services.AddSingleton<Intents>();
        services.AddSingleton<PushMetrics>();
        services.AddSingleton<OverviewNews>();
        services.AddSingleton<Answers>();
        services.AddSingleton<DuplicateLook>();
        services.AddSingleton<ContentLook>();
        services.AddSingleton<ItemSending>();
        services.AddSingleton<BatchRecovery>();
        services.AddSingleton<OrphanedBatches>();
        services.AddSingleton<CopySettling>();
        services.AddSingleton<PulledCopies>();
        services.AddSingleton<PersonPush>();
        services.AddSingleton<SendingSwitch>();
        services.AddSingleton<Brake>();
        services.AddSingleton<DailyCap>();
        services.AddSingleton<Resends>();
        services.AddSingleton<PlannedSettings>();
        services.AddSingleton<PushSender>();
        services.AddSingleton<PushTurn>();
        services.AddSingleton<FirstRead>();
        services.AddSingleton<FirstSyncReading>();
        services.AddSingleton<FirstSync>();
        services.AddSingleton<SyncItemCounts>();
        services.AddSingleton<SendingFigures>();
        services.AddSingleton<SyncItemList>();
        services.AddSingleton<ItemPreviews>();
        services.AddSingleton<SyncItems>();
        services.AddSingleton<FailureList>();
        services.AddSingleton<RecordComparison>();
        services.AddSingleton<PersonComparison>();
        services.AddSingleton<PersonRepair>();
        services.AddSingleton<ComparisonRunner>();
        services.AddSingleton<Comparisons>();
        services.AddSingleton<ComparisonList>();
        services.AddTransient<ReconcileJob>();
        services.AddTransient<PushJob>();
        services.AddTransient<ReadJob>();
        return builder;
    }
}
