namespace OrcidPortal.Push;

/// <summary>Plan, validate, send.</summary>
public static class PushRegistration
{
    public static WebApplicationBuilder AddPush(this WebApplicationBuilder builder) => builder;

}
