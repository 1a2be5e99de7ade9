using System.ComponentModel;

namespace OrcidPortal.Simulator.Traffic;

/// <summary>What is to go wrong with the next requests that match.</summary>
internal sealed record Fault(
    [property: Description("The HTTP verb, in any case; without it any.")] string? Method = null,
    [property: Description("The path below the simulator, with * for anything, such as /v3.0/*/works; the prefix /simulator may stand before it. Without it any.")] string? Path = null,
    [property: Description("Whose record; without it anyone's.")] string? Orcid = null,
    [property: Description("How many requests it hits, at least 1 (default 1).")] int? Count = null,
    [property: Description("How many requests that match are let through first (default 0).")] int? Skip = null,
    [property: Description("Hits only this share of the requests that match, more than 0 and at most 1, as dice say (default 1: each). The others may be hit by a later fault.")] double? Share = null,
    [property: Description("Where the dice for share begin: the same number throws the same again (default 0).")] int? Seed = null,
    [property: Description("Answer with this status, 200 to 599, and do nothing.")] int? Status = null,
    [property: Description("Wait so many milliseconds first, at most 600000.")] int? DelayMs = null,
    [property: Description("Cut the connection and do nothing.")] bool CutBefore = false,
    [property: Description("Do what is asked, then cut the connection instead of answering.")] bool CutAfter = false,
    [property: Description("Do what is asked, send so many bytes of the body, then cut the connection.")] int? TruncateAfter = null,
    [property: Description("Do what is asked, then send the body no faster than so many bytes a second.")] int? BytesPerSecond = null,
    [property: Description("Do what is asked, then send a body that is broken in its middle: neither XML nor JSON can be read.")] bool Malformed = false,
    [property: Description("The body that goes with status; JSON when it begins with a brace, else HTML.")] string? Body = null)
{
    private const int MostDelay = 600_000;

    /// <returns>What is wrong with it, or null.</returns>
    public string? FindFault() =>
        Count is < 1 ? "count is at least 1."
        : Skip is < 0 ? "skip is at least 0."
        : Share is not (null or > 0 and <= 1) ? "share is more than 0 and at most 1."
        : Status is < 200 or > 599 ? "status is between 200 and 599."
        : DelayMs is < 0 or > MostDelay ? $"delayMs is between 0 and {MostDelay}."
        : TruncateAfter is < 0 ? "truncateAfter is at least 0."
        : BytesPerSecond is < 1 ? "bytesPerSecond is at least 1."
        : this is { CutBefore: true, CutAfter: true } ? "cutBefore and cutAfter exclude each other."
        : this is { Status: null, DelayMs: null, CutBefore: false, CutAfter: false, TruncateAfter: null, BytesPerSecond: null, Malformed: false }
            ? "Say what goes wrong: status, delayMs, cutBefore, cutAfter, truncateAfter, bytesPerSecond or malformed."
        : null;

    /// <summary>The same as requests are compared with: a path from the simulator's root on, empty means any.</summary>
    public Fault Tidied()
    {
        var path = Path?.Trim() ?? "";
        if (path.Length > 0 && path[0] is not ('/' or '*')) path = "/" + path;
        if (path.StartsWith(SimulatorRegistration.Prefix, StringComparison.OrdinalIgnoreCase) && path[SimulatorRegistration.Prefix.Length..] is ['/' or '*', ..] below) path = below;
        return this with { Method = Filled(Method), Path = Filled(path), Orcid = Filled(Orcid) };
    }

    public Reply AsReply() => Body is null
        ? Reply.Text(Status!.Value, "text/html", $"<html><head><title>{Status}</title></head><body><h1>{Status}</h1></body></html>")
        : Reply.Text(Status!.Value, Body.TrimStart().StartsWith('{') ? "application/json;charset=UTF-8" : "text/html;charset=UTF-8", Body);

    private static string? Filled(string? text) => text?.Trim() is { Length: > 0 } said and not "*" ? said : null;
}
