using System.Diagnostics;
using System.Text.Json;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>For what no page shows: asks again until the answer is as it should be.</summary>
internal static class Eventually
{
    /// <param name="ask">Asks once.</param>
    /// <param name="good">Whether the answer is the one waited for.</param>
    /// <param name="what">What is waited for, for the failure.</param>
    /// <param name="seconds">How long at most.</param>
    /// <returns>The first good answer.</returns>
    public static async Task<T> IsAsync<T>(Func<Task<T>> ask, Func<T, bool> good, string what, int seconds = 60)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        for (var started = Stopwatch.StartNew(); ;)
        {
            var answer = await ask();
            if (good(answer)) return answer;
            if (started.Elapsed.TotalSeconds > seconds) Assert.Fail($"After {seconds} s still not: {what}. It is: {JsonSerializer.Serialize(answer)}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
