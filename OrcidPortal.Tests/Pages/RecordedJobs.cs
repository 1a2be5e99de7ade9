using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace OrcidPortal.Tests.Pages;

/// <summary>Writes down which jobs were started.</summary>
internal sealed class RecordedJobs : IBackgroundJobClient
{
    private readonly List<string> _started = [];

    /// <summary>As <c>PushJob.RunAsync(id)</c>.</summary>
    public IReadOnlyList<string> Started => _started;

    public string Create(Job job, IState state)
    {
        _started.Add($"{job.Type.Name}.{job.Method.Name}({job.Args[0]})");
        return "1";
    }

    public bool ChangeState(string jobId, IState state, string expectedState) => true;
}
