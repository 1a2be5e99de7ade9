namespace OrcidPortal.Simulator.Traffic;

/// <summary>What is to go wrong with the next requests that match.</summary>
/// <param name="Method">The HTTP verb; null: any.</param>
/// <param name="Path">The path without the prefix of the simulator, with <c>*</c> for anything; null: any.</param>
/// <param name="Orcid">Whose record; null: anyone's.</param>
/// <param name="Count">How many requests it hits, at least 1 (default 1).</param>
/// <param name="Status">Answer with this status and do nothing.</param>
/// <param name="DelayMs">Wait so many milliseconds first.</param>
/// <param name="CutBefore">Cut the connection and do nothing.</param>
/// <param name="CutAfter">Do what is asked, then cut the connection instead of answering.</param>
/// <param name="Body">The body that goes with <paramref name="Status"/>; JSON when it begins with a brace, else HTML.</param>
internal sealed record Fault(
    string? Method = null, string? Path = null, string? Orcid = null, int? Count = null,
    int? Status = null, int? DelayMs = null, bool CutBefore = false, bool CutAfter = false, string? Body = null)
{
    public Reply AsReply() => Body is null
        ? new(Status!.Value, "text/html", $"<html><head><title>{Status}</title></head><body><h1>{Status}</h1></body></html>")
        : new(Status!.Value, Body.TrimStart().StartsWith('{') ? "application/json;charset=UTF-8" : "text/html;charset=UTF-8", Body);
}
