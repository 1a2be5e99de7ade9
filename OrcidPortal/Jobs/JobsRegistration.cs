namespace OrcidPortal.Jobs;

/// <summary>The clock: Hangfire and the timetable.</summary>
public static class JobsRegistration
{
    public static WebApplicationBuilder AddJobs(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapJobs(this WebApplication app) => app;
}
