using System.Diagnostics;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;

namespace OrcidPortal.Commands;

/// <summary><c>organizations [FILE] [--ours ROR]... [--related ROR]...</c>: loads a ROR dump into the directory, and marks whose the institution speaks for.</summary>
internal static class OrganizationsCommand
{
    public const string Usage = "organizations [FILE] [--ours ROR] [--related ROR]";

    /// <returns>0: done, also with single entries rejected; 1: not all of it; 2: the arguments are not understood.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var (file, ties, unknown) = Read(args);
        if (unknown is not null || (file is null && ties.Count == 0))
        {
            await output.WriteLineAsync(unknown is null ? $"Usage: {Usage}" : $"\"{unknown}\" is not understood. Usage: {Usage}");
            return 2;
        }
        var loaded = file is null || await LoadAsync(services.GetRequiredService<RorLoader>(), ImportCommand.Locate(file), output, cancellationToken);
        var tied = true;
        foreach (var (ror, tie) in ties) tied &= await TieAsync(services.GetRequiredService<OrganizationDirectory>(), ror, tie, output, cancellationToken);
        return loaded && tied ? 0 : 1;
    }

    private static async Task<bool> LoadAsync(RorLoader loader, string path, TextWriter output, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            await output.WriteLineAsync($"There is no file {path}.");
            return false;
        }
        await using var content = File.OpenRead(path);
        var load = await loader.LoadAsync(content, new Teller(output), Actor.CommandLine, cancellationToken);
        foreach (var rejection in load.Rejections) await output.WriteLineAsync($"entry {rejection.Entry}: not taken. {rejection.Reason}");
        if (load.Totals.Rejected > load.Rejections.Count) await output.WriteLineAsync($"... and {load.Totals.Rejected - load.Rejections.Count:N0} more.");
        if (load.Failure is { } failure) await output.WriteLineAsync(failure);
        var t = load.Totals;
        await output.WriteLineAsync($"{Path.GetFileName(path)}: {t.Read:N0} read, {t.Added:N0} added, {t.Changed:N0} changed, {t.Unchanged:N0} unchanged, {t.Rejected:N0} rejected.");
        return load.Failure is null;
    }

    private static async Task<bool> TieAsync(OrganizationDirectory directory, string ror, OrganizationTie tie, TextWriter output, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync("ROR", ror, cancellationToken) is not { } id || await directory.FindAsync(id, cancellationToken) is not { } found)
        {
            await output.WriteLineAsync($"There is no organisation with the ROR id {ror} in the directory. Load the ROR dump first: {Usage}");
            return false;
        }
        await directory.TieAsync(id, tie, Actor.CommandLine, cancellationToken);
        await output.WriteLineAsync($"{found.Organization.Name} is {(tie == OrganizationTie.Ours ? "ours" : "related")} now.");
        return true;
    }

    private static (string? File, IReadOnlyList<(string Ror, OrganizationTie Tie)> Ties, string? Unknown) Read(string[] args)
    {
        string? file = null;
        var ties = new List<(string, OrganizationTie)>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--ours" or "--related" && i + 1 < args.Length) ties.Add((args[i + 1], args[i++] == "--ours" ? OrganizationTie.Ours : OrganizationTie.Related));
            else if (!args[i].StartsWith('-') && file is null) file = args[i];
            else return (null, [], args[i]);
        }
        return (file, ties, null);
    }

    /// <summary>Says where it is, at most every two seconds: on the thread that loads, so that lines stay in order.</summary>
    private sealed class Teller(TextWriter output) : IProgress<RorProgress>
    {
        private readonly Stopwatch _since = Stopwatch.StartNew();

        public void Report(RorProgress value)
        {
            if (_since.Elapsed < TimeSpan.FromSeconds(2)) return;
            _since.Restart();
            output.WriteLine($"{value.Read:N0} read, {value.Added:N0} added, {value.Changed:N0} changed ...");
        }
    }
}
