namespace OrcidPortal.Curation;

/// <summary>Works that need fixing, and who may fix them.</summary>
public static class CurationRegistration
{
    public static WebApplicationBuilder AddCuration(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<FixList>();
        services.AddSingleton<FixCounts>();
        services.AddOptions<CurationOptions>().BindConfiguration(CurationOptions.Section)
            .Validate(o => o.AtOnce is not null, "Set Curation:ResearcherCorrections to Minor (all but title, type and identifiers count at once), All or None.").ValidateOnStart();
        services.AddSingleton<RecordEditing>();
        services.AddSingleton<ProposalList>();
        services.AddSingleton<ProposalDecisions>();
        return builder;
    }
}
