using OrcidPortal.Commands.Generation;
using OrcidPortal.Data;

namespace OrcidPortal.Commands;

/// <summary>The command line: serve (without a word), import, organizations, generate. The simulator by itself is asked for before the portal is built.</summary>
public static class CommandsRegistration
{
    public static WebApplicationBuilder AddCommands(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DemoHealth>();
        builder.Services.AddSingleton<DemoRecords>();
        builder.Services.AddSingleton<DatabaseGenerator>();
        builder.Services.AddHealthChecks().AddCheck<DemoHealth>("demo", tags: ["ready"]);
        return builder;
    }

    /// <summary>Prepares the database and runs what the arguments ask for; without a command, serves until stopped.</summary>
    /// <returns>The exit code of the process: 0 done, 1 failed, 2 not understood.</returns>
    public static async Task<int> RunCommandAsync(this WebApplication app, string[] args)
    {
        // Before the database is touched, and all rooms at once.
        if (StartRefusal.Sentences(app.Services) is { Count: > 0 } sentences)
        {
            await StartRefusal.TellAsync(sentences, Console.Error);
            return 1;
        }
        switch (args.FirstOrDefault())
        {
            case null or "serve":
            case { } option when option.StartsWith('-') || option.Contains('=', StringComparison.Ordinal):
                return await ServeAsync(app);
            case "import":
                await app.Services.PrepareDatabaseAsync(CancellationToken.None);
                return await ImportCommand.RunAsync(app.Services, args[1..], Console.Out, CancellationToken.None);
            case "organizations":
                await app.Services.PrepareDatabaseAsync(CancellationToken.None);
                return await OrganizationsCommand.RunAsync(app.Services, args[1..], Console.Out, CancellationToken.None);
            case "generate":
                await app.Services.PrepareDatabaseAsync(CancellationToken.None);
                return await GenerateCommand.RunAsync(app.Services, args[1..], Console.Out, CancellationToken.None);
            case { } unknown:
                await Console.Error.WriteLineAsync(
                    $"There is no command \"{unknown}\". Commands: serve (default), simulator [--urls URL] [--state FILE], import FILE --person LOCALID [--format bibtex|csl-json], "
                    + $"{OrganizationsCommand.Usage}, generate --people N --works N --seed N [--force].");
                return 2;
        }
    }

    private static async Task<int> ServeAsync(WebApplication app)
    {
        await app.Services.PrepareDatabaseAsync(app.Lifetime.ApplicationStopping);
        await app.StartAsync();
        await DemoSeed.RunAsync(app.Services, app.Lifetime.ApplicationStopping);
        app.Services.GetRequiredService<DemoHealth>().Prepared();
        await app.WaitForShutdownAsync();
        return 0;
    }
}
