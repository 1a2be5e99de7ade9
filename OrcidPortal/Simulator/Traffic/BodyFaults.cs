namespace OrcidPortal.Simulator.Traffic;

/// <summary>Answers that break off, drip or cannot be read. What was asked has been done by then.</summary>
internal static class BodyFaults
{
    /// <returns>The same answer on its way through the fault.</returns>
    public static Reply Apply(Reply reply, Fault fault, HttpContext http, TimeProvider time)
    {
        if (reply.WriteBody is not { } write || fault is { Malformed: false, TruncateAfter: null, BytesPerSecond: null }) return reply;
        return reply with
        {
            WriteBody = async (stream, cancelled) =>
            {
                using var whole = new MemoryStream();
                await write(whole, cancelled);
                var body = fault.Malformed ? Broken(whole.ToArray()) : whole.ToArray();
                // A body shorter than its announced length is how a connection that was lost looks; one that is reset loses what was sent before, too.
                http.Response.ContentLength = body.Length;
                await http.Response.StartAsync(cancelled);
                await using var slow = fault.BytesPerSecond is { } rate ? new SlowStream(stream, rate, time) : null;
                await (slow ?? stream).WriteAsync(body.AsMemory(0, Math.Min(fault.TruncateAfter ?? body.Length, body.Length)), cancelled);
            },
        };
    }

    /// <summary>Leaves out a part of the middle and puts in what no parser admits.</summary>
    private static byte[] Broken(byte[] body) => [.. body.AsSpan(0, body.Length / 2), .. "<<\u0001{"u8, .. body.AsSpan(body.Length * 3 / 4)];
}
