using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Security;
using OrcidPortal.Sources;

namespace OrcidPortal.Commands;

/// <summary><c>import FILE --person LOCALID [--format bibtex|csl-json]</c>: brings a file in at once and tells what became of it.</summary>
internal static class ImportCommand
{
    private const string Usage = "import FILE --person LOCALID [--format bibtex|csl-json]";

    /// <returns>0: done, also with single entries rejected; 1: nothing came in; 2: the arguments are not understood.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var (file, person, format, unknown) = Read(args);
        if (unknown is not null || file is null || person is null)
        {
            await output.WriteLineAsync(unknown is null ? $"Usage: {Usage}" : $"\"{unknown}\" is not understood. Usage: {Usage}");
            return 2;
        }
        var path = Locate(file);
        if (!File.Exists(path))
        {
            await output.WriteLineAsync($"There is no file {path}.");
            return 1;
        }
        if (await services.GetRequiredService<People>().FindAsync(person, cancellationToken) is not { } owner)
        {
            await output.WriteLineAsync($"There is no person {person}. Create the person first (PUT /api/v1/people/{person}); the demo's people exist once the portal was started.");
            return 1;
        }
        await using var content = File.OpenRead(path);
        switch (await services.GetRequiredService<Imports>().QueueAsync(content, Path.GetFileName(path), format, owner.Id, Actor.CommandLine, cancellationToken))
        {
            case QueueResult.Queued queued:
                await services.GetRequiredService<ImportRunner>().RunAsync(queued.RunId, cancellationToken);
                return await TellAsync(services.GetRequiredService<ImportList>(), queued.RunId, output, cancellationToken);
            case QueueResult.Refused refused:
                await output.WriteLineAsync(refused.Sentence);
                return 1;
            default:
                return 1;
        }
    }

    private static async Task<int> TellAsync(ImportList imports, Guid id, TextWriter output, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } found) return 1;
        var run = found.Run;
        foreach (var line in found.Remarks) await output.WriteLineAsync($"line {line.Line}, {line.EntryKey}: {line.Outcome}. {line.Message}");
        if (run.Failure is { } failure) await output.WriteLineAsync(failure);
        await output.WriteLineAsync(
            $"{run.FileName} for {found.PersonName}: {run.Read} read, {run.Added} added, {run.Updated} updated, {run.Unchanged} unchanged, {run.Rejected} rejected.");
        return run.State == ImportState.Done ? 0 : 1;
    }

    private static (string? File, string? Person, string? Format, string? Unknown) Read(string[] args)
    {
        string? file = null, person = null, format = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--person" && i + 1 < args.Length) person = args[++i];
            else if (args[i] == "--format" && i + 1 < args.Length) format = args[++i];
            else if (!args[i].StartsWith('-') && file is null) file = args[i];
            else return (null, null, null, args[i]);
        }
        return (file, person, format, null);
    }

    // "dotnet run --project" runs in the project's folder; the person at the keyboard means the folder of their shell.
    internal static string Locate(string file)
    {
        var shell = Environment.GetEnvironmentVariable("PWD");
        var there = string.IsNullOrEmpty(shell) ? file : Path.Combine(shell, file);
        return File.Exists(there) ? there : Path.GetFullPath(file);
    }
}
