namespace OrcidPortal.Remote;

/// <summary>What push and pull share towards ORCID.</summary>
public static class RemoteRegistration
{
    public static WebApplicationBuilder AddRemote(this WebApplicationBuilder builder) => builder;

}
