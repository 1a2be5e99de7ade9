using System.Reflection;
using Hangfire;

namespace OrcidPortal.Tests.Architecture;

/// <summary>The tables are the truth and Hangfire is the clock: a job carries at most one id and is never repeated by Hangfire.</summary>
public sealed class JobTests
{
    private static readonly List<Type> Jobs = [.. House.Assembly.GetTypes().Where(t =>
        t is { IsClass: true, DeclaringType: null } && t.Name.EndsWith("Job", StringComparison.Ordinal) && t.Namespace?.StartsWith($"{House.Root}.", StringComparison.Ordinal) == true)];

    [Fact]
    public void A_job_starts_now_and_runs_with_at_most_one_id()
    {
        var wrong = Jobs.Where(job => !Carries(job.GetMethod("StartNow")) || !Carries(job.GetMethods().FirstOrDefault(Runs)));

        Jobs.ShouldNotBeEmpty();
        wrong.Select(House.Readable).ShouldBeEmpty();
    }

    [Fact]
    public void Hangfire_never_repeats_a_job_by_itself()
    {
        var repeated = Jobs.SelectMany(job => job.GetMethods().Where(Runs))
            .Where(run => (run.GetCustomAttribute<AutomaticRetryAttribute>() ?? run.DeclaringType!.GetCustomAttribute<AutomaticRetryAttribute>())?.Attempts != 0);

        repeated.Select(r => $"{House.Readable(r.DeclaringType!)}.{r.Name} lacks [AutomaticRetry(Attempts = 0)]").ShouldBeEmpty();
    }

    private static bool Runs(MethodInfo method) => method.Name.StartsWith("Run", StringComparison.Ordinal);

    private static bool Carries(MethodInfo? method) => method?.GetParameters()
        .Select(p => Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType)
        .Where(t => t != typeof(CancellationToken) && t.Namespace != nameof(Hangfire)).ToList() is [] or [{ IsValueType: true }];
}
