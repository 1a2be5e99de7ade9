using System.Net;
using System.Xml.Linq;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>What lies between one process and the registry.</summary>
internal sealed class Wire(World world, SimulatedProcess process) : HttpMessageHandler
{
    private static readonly TimeSpan CallTimeout = new OrcidPortal.OrcidApi.OrcidOptions().CallTimeout;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (process.IsDead) throw new ProcessDiedException();
        var call = await Call.OfAsync(request);
        if (!Call.IsOne(request)) return await world.Registry.SendAsync(call);
        world.Calls++;
        var mishap = process == world.Front ? null : world.Mishaps.Next();
        if (mishap == Mishap.Twice && !CanCopeWithTwo(call)) mishap = null;
        world.Tell($"   {process.Name} {call}{(mishap is null ? "" : $" [{mishap}]")}");
        world.Arrivals.Check(process, call, mishap);
        var answer = await MeetAsync(call, mishap, cancellationToken);
        world.Tell($"      {(int)answer.StatusCode}");
        return answer;
    }

    private async Task<HttpResponseMessage> MeetAsync(Call call, Mishap? mishap, CancellationToken cancellationToken)
    {
        switch (mishap)
        {
            case Mishap.Refused:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
            case Mishap.Busy:
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            case Mishap.TooMany:
                return new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            case Mishap.ErrorBefore:
                return new HttpResponseMessage(HttpStatusCode.InternalServerError);
            case Mishap.ErrorAfter:
                await DoAsync(call);
                return new HttpResponseMessage(HttpStatusCode.InternalServerError);
            case Mishap.RequestLost:
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken before");
            case Mishap.AnswerLost:
                await DoAsync(call);
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken after");
            case Mishap.HalfAnswer:
                return await HalfAsync(call);
            case Mishap.Shuffled:
                return await ShuffledAsync(call);
            case Mishap.TimeoutLost:
                return await TimeOutAsync(cancellationToken);
            case Mishap.TimeoutTaken:
                await DoAsync(call);
                return await TimeOutAsync(cancellationToken);
            case Mishap.TimeoutLate:
                world.Later(CallTimeout + CallTimeout * world.Dice.NextDouble(), $"late {call}", () => DoAsync(call));
                return await TimeOutAsync(cancellationToken);
            case Mishap.Twice:
                var first = await world.Registry.SendAsync(call);
                await DoAsync(call);
                return first;
            case Mishap.CrashBefore:
                await process.DieAsync();
                throw new InvalidOperationException("never");
            case Mishap.CrashAfter:
                await DoAsync(call);
                await process.DieAsync();
                throw new InvalidOperationException("never");
            case Mishap.PauseAfter:
                var late = await world.Registry.SendAsync(call);
                await process.PauseAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return late;
            default:
                return await world.Registry.SendAsync(call);
        }
    }

    private async Task DoAsync(Call call)
    {
        using var _ = await world.Registry.SendAsync(call);
    }

    /// <summary>The clock goes on until the caller gives up.</summary>
    private async Task<HttpResponseMessage> TimeOutAsync(CancellationToken cancellationToken)
    {
        await world.AdvanceAsync(CallTimeout);
        cancellationToken.IsCancellationRequested.ShouldBeTrue();
        throw new OperationCanceledException(cancellationToken);
    }

    private async Task<HttpResponseMessage> HalfAsync(Call call)
    {
        using var whole = await world.Registry.SendAsync(call);
        var body = await whole.Content.ReadAsByteArrayAsync();
        return new HttpResponseMessage(whole.StatusCode) { Content = new ByteArrayContent(body[..(body.Length / 2)]) };
    }

    private async Task<HttpResponseMessage> ShuffledAsync(Call call)
    {
        var whole = await world.Registry.SendAsync(call);
        if (!whole.IsSuccessStatusCode || call.Method != HttpMethod.Post || call.Said.Count < 2) return whole;
        var root = XElement.Parse(await whole.Content.ReadAsStringAsync());
        root.ReplaceNodes(root.Elements().Reverse().ToList());
        whole.Content = new StringContent(root.ToString());
        return whole;
    }

    /// <summary>No protocol keeps what has no identifier from standing there twice when the network doubles it; ORCID refuses a second work or funding.</summary>
    private static bool CanCopeWithTwo(Call call) => call.Method != HttpMethod.Post || call.Section is "work" or "funding";
}
