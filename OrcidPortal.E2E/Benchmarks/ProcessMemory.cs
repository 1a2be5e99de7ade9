using System.Globalization;
using System.Text.RegularExpressions;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>Resident memory of a process as Linux counts it, in MB.</summary>
internal static partial class ProcessMemory
{
    public static double Now(int processId) => Of(processId, "VmRSS");

    /// <summary>The most it ever had.</summary>
    public static double Peak(int processId) => Of(processId, "VmHWM");

    private static double Of(int processId, string name)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(l => l.StartsWith(name + ":", StringComparison.Ordinal));
        return double.Parse(Digits().Match(line).Value, CultureInfo.InvariantCulture) / 1024;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
