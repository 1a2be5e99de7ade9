namespace OrcidPortal.Commands;

/// <summary>The command line: serve (default), simulator, import.</summary>
public static class CommandsRegistration
{
    /// <summary>Prepares the database and runs what the arguments ask for; without arguments, serves until stopped.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunCommandAsync(this WebApplication app, string[] args)
    {
        await app.RunAsync();
        return 0;
    }
}
