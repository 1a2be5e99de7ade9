using System.Diagnostics;
using System.Globalization;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>What garbage collection did in this process since it was made.</summary>
internal sealed class Collections
{
    private readonly int[] _before = [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];
    private readonly long _allocated = GC.GetTotalAllocatedBytes();
    private readonly TimeSpan _paused = GC.GetTotalPauseDuration();

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(GC.GetTotalAllocatedBytes() - _allocated) / 1e9:0.0} GB allocated; collections {GC.CollectionCount(0) - _before[0]}/{GC.CollectionCount(1) - _before[1]}/{GC.CollectionCount(2) - _before[2]}, {(GC.GetTotalPauseDuration() - _paused).TotalSeconds:0.0} s of pauses; heap {GC.GetGCMemoryInfo().HeapSizeBytes / 1e6:0} MB, process at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
}
