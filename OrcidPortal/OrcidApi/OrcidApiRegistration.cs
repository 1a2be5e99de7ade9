namespace OrcidPortal.OrcidApi;

/// <summary>The typed client of ORCID's API 3.0 and OAuth.</summary>
public static class OrcidApiRegistration
{
    public static WebApplicationBuilder AddOrcidApi(this WebApplicationBuilder builder) => builder;

}
