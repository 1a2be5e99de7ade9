namespace OrcidPortal.Simulator.Control;

/// <summary>A call of the control API.</summary>
/// <param name="Method">The HTTP verb.</param>
/// <param name="Path">Below <c>/_control</c>.</param>
/// <param name="Does">What it does and answers.</param>
/// <param name="Handle">Does it.</param>
/// <param name="Body">The class of its JSON body; null: none is read.</param>
/// <param name="Query">What may stand after the question mark, with its meaning.</param>
internal sealed record ControlCall(
    string Method, string Path, string Does, Func<HttpContext, Task> Handle, Type? Body = null, params IReadOnlyList<(string Name, string Means)> Query);
