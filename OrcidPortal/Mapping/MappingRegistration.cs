namespace OrcidPortal.Mapping;

/// <summary>Local record to ORCID message, the rules.</summary>
public static class MappingRegistration
{
    public static WebApplicationBuilder AddMapping(this WebApplicationBuilder builder) => builder;

}
