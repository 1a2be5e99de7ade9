namespace OrcidPortal.Sources;

/// <summary>Records come in.</summary>
public static class SourcesRegistration
{
    public static WebApplicationBuilder AddSources(this WebApplicationBuilder builder) => builder;

}
