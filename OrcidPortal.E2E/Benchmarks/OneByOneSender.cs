using System.Diagnostics;
using System.Net.Http.Headers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>
/// Sends as DSpace's nightly script does: one work after the other, in the order of its queue, each by a call of its own through a client made for it; no limit is looked at and nothing is sent
/// beside another. Its eight to ten database statements a work are left out, in its favour.
/// </summary>
internal static class OneByOneSender
{
    /// <param name="simulator">A registry that has these people and none of the works.</param>
    /// <param name="queue">What waits.</param>
    /// <returns>How long all took.</returns>
    public static async Task<TimeSpan> SendAsync(SimulatorProcess simulator, IReadOnlyList<QueuedWork> queue)
    {
        var watch = Stopwatch.StartNew();
        foreach (var work in queue)
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(simulator.Http.BaseAddress!, $"v3.0/{work.Orcid}/work")) { Content = new ByteArrayContent(OrcidMessages.ToXml(work.Message)) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", work.Token);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.orcid+xml");
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBe(201, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        return watch.Elapsed;
    }
}

/// <summary>A row of the queue: one work of one person.</summary>
internal sealed record QueuedWork(string Orcid, string Token, OrcidMessage Message);
