using OrcidPortal.E2E.Infrastructure;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>What a benchmark measured: shown with the test and kept in <c>TestResults/benchmarks</c> of the checkout.</summary>
internal static class Figures
{
    public static async Task WriteAsync(string name, IEnumerable<string> lines)
    {
        var text = string.Join(Environment.NewLine, lines) + Environment.NewLine;
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Folder, "TestResults", "benchmarks"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".txt"), text, TestContext.Current.CancellationToken);
    }
}
