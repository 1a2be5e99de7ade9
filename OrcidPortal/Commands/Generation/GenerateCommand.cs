using System.Globalization;

namespace OrcidPortal.Commands.Generation;

/// <summary><c>generate --people N --works N --seed N [--force]</c>: fills the database with made-up people and records and tells how much came in.</summary>
internal static class GenerateCommand
{
    private const string Usage = "generate --people N --works N --seed N [--force]";
    private const int RecordsPerLine = 10_000;

    /// <returns>0: done; 2: the arguments are not understood or cannot be done, or the database has people already.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var (options, mistake) = Read(args);
        if (options is null)
        {
            await output.WriteLineAsync($"{mistake} Usage: {Usage}");
            return 2;
        }
        switch (await services.GetRequiredService<DatabaseGenerator>().GenerateAsync(options, new Lines(output), cancellationToken))
        {
            case GenerateResult.Generated generated:
                await TellAsync(generated, output);
                return 0;
            case GenerateResult.Refused refused:
                await output.WriteLineAsync(refused.Sentence);
                return 2;
            default:
                return 2;
        }
    }

    private static async Task TellAsync(GenerateResult.Generated all, TextWriter output)
    {
        await output.WriteLineAsync($"People: {Text(all.People)}, {Text(all.Connected)} of them connected.");
        await output.WriteLineAsync($"Records: {string.Join(", ", all.Records.Select(r => $"{r.Key} {Text(r.Value)}"))}; {Text(all.Broken)} with blocking problems.");
        await output.WriteLineAsync($"Items: {string.Join(", ", all.Items.Select(i => $"{i.Key} {Text(i.Value)}"))}.");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"It took {all.Took.TotalSeconds:0.0} seconds."));
    }

    private static (GenerateOptions? Options, string? Mistake) Read(string[] args)
    {
        int? people = null, works = null, seed = null;
        var force = false;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--force") force = true;
            else if (args[i] is not ("--people" or "--works" or "--seed")) return (null, $"\"{args[i]}\" is not understood.");
            else if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return (null, $"{args[i]} needs a whole number.");
            else _ = args[i++] switch { "--people" => people = number, "--works" => works = number, _ => seed = number };
        }
        return people is null || works is null || seed is null ? (null, "Say how many people and works, and the seed.") : (new GenerateOptions(people.Value, works.Value, seed.Value, force), null);
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A line for every ten thousand records.</summary>
    private sealed class Lines(TextWriter output) : IProgress<GenerateProgress>
    {
        private int _next = RecordsPerLine;

        public void Report(GenerateProgress value)
        {
            if (value.Records < _next) return;
            _next = ((value.Records / RecordsPerLine) + 1) * RecordsPerLine;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Records:N0} records, {value.Works:N0} of them works, after {value.Took.TotalSeconds:0} seconds."));
        }
    }
}
