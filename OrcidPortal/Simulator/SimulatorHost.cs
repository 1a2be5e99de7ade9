using Microsoft.AspNetCore.HttpOverrides;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator;

/// <summary>
/// The simulator by itself, without a prefix: <c>simulator --urls http://localhost:5081 [--state FILE]</c>. Behind a proxy it is known by the address
/// that the proxy forwards, whoever that is: there is nothing here to protect.
/// </summary>
public static class SimulatorHost
{
    private const string Command = "simulator";
    private const string DefaultUrl = "http://localhost:5081";

    /// <summary>Whether the command line asks for the simulator alone.</summary>
    public static bool IsAskedFor(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args is [Command, ..];
    }

    /// <summary>Runs until it is told to stop. Without <c>--state</c> nothing is kept.</summary>
    /// <param name="args">The command line, from the word <c>simulator</c> on.</param>
    /// <returns>0.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        await app.RunAsync();
        return 0;
    }

    internal static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder([.. args.SkipWhile(a => a == Command)]);
        builder.WebHost.UseUrls(builder.Configuration["urls"] is { } urls && args.Any(a => a.StartsWith("--urls", StringComparison.Ordinal)) ? urls : DefaultUrl);
        var file = builder.Configuration["state"];
        builder.Configuration[$"{SimulatorOptions.Section}:{nameof(SimulatorOptions.StateFile)}"] = file is null ? "" : Path.GetFullPath(file, Directory.GetCurrentDirectory());
        SimulatorRegistration.AddServices(builder.Services);
        configure?.Invoke(builder);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedFor;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
        });
        var app = builder.Build();
        app.UseForwardedHeaders();
        SimulatorEndpoints.MapTo(app, "");
        var people = app.Services.GetRequiredService<Registry>().Run(state => state.People.Count());
        SimulatorLog.Ready(app.Logger, people);
        return app;
    }
}
