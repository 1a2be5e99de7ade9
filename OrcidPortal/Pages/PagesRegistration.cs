using Microsoft.AspNetCore.Localization;
using MudBlazor;
using MudBlazor.Services;
using OrcidPortal.Pages.Connect;
using OrcidPortal.Pages.Parts;

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
        services.AddLocalization();
        services.AddRazorComponents().AddInteractiveServerComponents();
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
        services.AddScoped<Researcher.WorkDecisions>();
        return builder;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.UseRequestLocalization(o =>
        {
            o.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures("en");
            o.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
        });
        app.UseWhen(ForPeople, pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        });
        app.MapStaticAssets().AllowAnonymous();
        app.MapOrcidCallback();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    /// <summary>Programs get their errors from the API, the simulator and the dashboard themselves.</summary>
    private static bool ForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/simulator", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/hangfire", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
}
