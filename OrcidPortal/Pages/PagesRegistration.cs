using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using MudBlazor;
using MudBlazor.Services;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Pages.Connect;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Curation.Bulk;
using OrcidPortal.Pages.Curation.Organizations;
using OrcidPortal.Pages.Curation.ToDeposit;
using OrcidPortal.Pages.Curation.Vocabularies;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Reconcile;
using OrcidPortal.Pages.Researcher;

namespace OrcidPortal.Pages;

/// <summary>What people see.</summary>
public static class PagesRegistration
{
    /// <summary>The texts are English; numbers and dates follow the reader's kind of English.</summary>
    private static readonly string[] Cultures = ["en-GB", "en-US", "en-CA", "en-AU", "en-NZ", "en-IE", "en-ZA", "en-IN", "en"];

    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.UseStaticWebAssets();
        services.AddOptions<RegistryOptions>().BindConfiguration(RegistryOptions.Section);
        // An abstract of 20,000 characters travels whole at each key; in some scripts that is more than the 32 KB of the default.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = 128 * 1024);
        services.AddParts();
        return builder;
    }

    /// <summary>What components ask for, without the server that renders them.</summary>
    internal static void AddParts(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddMudServices(o =>
        {
            o.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            o.SnackbarConfiguration.VisibleStateDuration = 10_000;
            o.SnackbarConfiguration.PreventDuplicates = true;
        });
        services.AddSingleton<Times>();
        services.AddSingleton<StateWords>();
        services.AddSingleton<HistoryWords>();
        services.AddSingleton<WorkTypeNames>();
        services.AddSingleton<KindNames>();
        services.AddSingleton<HistoryFacts>();
        services.AddSingleton<FieldChoices>();
        services.AddSingleton<FieldTexts>();
        services.AddScoped<WorkDecisions>();
        services.AddSingleton<ProblemNames>();
        services.AddSingleton<SourceWords>();
        services.AddSingleton<ByHandWords>();
        services.AddSingleton<GroupWords>();
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.UseRequestLocalization(o =>
        {
            o.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures("en");
            o.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
        });
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseWhen(context => !ForPeople(context), programs => programs.UseExceptionHandler());
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (!ForPeople(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(context);
        });
        // Once more, behind what executes a request again: the error page is a component and has to find it on its way.
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        // Pages that are not ours to write (the simulator's, the job dashboard's) leave the icon to the browser's guess.
        app.MapGet("/favicon.ico", () => Results.Redirect("/favicon.svg", permanent: true)).AllowAnonymous().ExcludeFromDescription();
        app.MapOrcidCallback();
        app.MapHistoryFile();
        app.MapComparisonFile();
        app.MapToRepositoryFile();
        app.MapToDepositFile();
        app.MapVocabularyFile();
        app.MapOrganizationFile();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    /// <summary>Programs get their errors from the API, the webhook, the simulator and the dashboard themselves.</summary>
    private static bool ForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/simulator", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/hangfire", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/webhooks", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
}
