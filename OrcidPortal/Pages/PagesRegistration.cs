namespace OrcidPortal.Pages;

/// <summary>What people see.</summary>
public static class PagesRegistration
{
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapPages(this WebApplication app) => app;
}
