namespace OrcidPortal.E2E.Benchmarks;

/// <summary>How busy the machine was with other things: figures of time are to be read with it.</summary>
internal sealed class Load
{
    private readonly string _before = Now();

    public override string ToString() => $"load of the machine ({Environment.ProcessorCount} cores) before {_before}, after {Now()}";

    private static string Now() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "not known here";
}
