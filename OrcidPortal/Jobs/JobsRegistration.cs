using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.SqlServer;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Security;

namespace OrcidPortal.Jobs;

/// <summary>The clock: Hangfire and the timetable. The tables are the truth; a lost or doubled job changes nothing (design §3.3).</summary>
public static class JobsRegistration
{
    public static WebApplicationBuilder AddJobs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<JobsOptions>().BindConfiguration(JobsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var options = builder.Configuration.GetSection(JobsOptions.Section).Get<JobsOptions>() ?? new JobsOptions();

        // Storage and activator belong to this host, not to Hangfire's statics: several hosts may live in one process (tests).
        services.AddSingleton(Storage);
        services.AddSingleton<JobActivator>(p => new AspNetCoreJobActivator(p.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, configuration) => configuration
            .UseLogProvider(new JobLogs(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseStorage(provider.GetRequiredService<JobStorage>()));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopTimeout + TimeSpan.FromSeconds(5));
        services.AddTransient<Upkeep>();
        if (options.Enabled)
        {
            services.AddHangfireServer(server =>
            {
                server.WorkerCount = options.Workers;
                server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
                server.ShutdownTimeout = options.StopTimeout;
                server.ServerName = $"{Environment.MachineName}:{Environment.ProcessId}";
            });
            services.AddHostedService<Timetable>();
        }
        return builder;
    }

    /// <summary>The dashboard, for admins only.</summary>
    public static WebApplication MapJobs(this WebApplication app)
    {
        var options = new DashboardOptions { Authorization = [new AdminsOnly()], DashboardTitle = "OrcidPortal jobs", AppPath = "/", DisplayStorageConnectionString = false };
        // Made at the first request: the storage wants its database, which the portal makes only when it starts.
        var dashboard = new Lazy<RequestDelegate>(() => ((IEndpointRouteBuilder)app).CreateApplicationBuilder().UseHangfireDashboard("/hangfire", options).Build());
        app.Map("/hangfire/{**path}", context =>
        {
            context.SetEndpoint(null);
            return dashboard.Value(context);
        }).RequireAuthorization(Policies.Admin);
        return app;
    }

    private static JobStorage Storage(IServiceProvider services)
    {
        var connection = services.GetRequiredService<IConfiguration>().GetConnectionString("Portal");
        return services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider switch
        {
            DatabaseProvider.SqlServer => new SqlServerStorage(connection, new SqlServerStorageOptions { PrepareSchemaIfNecessary = true }),
            DatabaseProvider.PostgreSql => new PostgreSqlStorage(
                new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(connection, PostgreSqlOptions), PostgreSqlOptions),
            _ => new InMemoryStorage(),
        };
    }

    private static PostgreSqlStorageOptions PostgreSqlOptions { get; } = new()
    {
        PrepareSchemaIfNecessary = true,
        QueuePollInterval = TimeSpan.FromSeconds(1),
        UseSlidingInvisibilityTimeout = true,
        // A killed process leaves its locks behind, also the one without which no process looks at the timetable. Nobody holds one for longer; who does is doubled, and that changes nothing.
        DistributedLockTimeout = TimeSpan.FromSeconds(10),
    };
}
