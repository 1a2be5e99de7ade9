using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>A request that is refused, what goes before it, and the whole refusal. <c>{own}</c>, <c>{foreign}</c> and <c>{made}</c> stand for put-codes, <c>{base}</c> for the address.</summary>
/// <param name="Code">ORCID's code.</param>
/// <param name="What">What is wrong with the request.</param>
/// <param name="Method">Its verb.</param>
/// <param name="Path">Its path and query.</param>
/// <param name="Developer">The text for developers, with its parameters.</param>
/// <param name="User">The text for users, with its parameters.</param>
internal sealed record ErrorRow(int Code, string What, string Method, string Path, string Developer, string User)
{
    public const string Scope = AllScopes + " /person/update";

    public int Status { get; init; } = 400;

    public string? Body { get; init; }

    public string ContentType { get; init; } = Xml;

    public string? Location { get; init; }

    /// <summary>Done before the request; what it gives stands for <c>{made}</c>.</summary>
    public Func<SimulatorServer, Task<string?>> Prepare { get; init; } = _ => Task.FromResult<string?>(null);

    /// <summary>The token of the request, given after the preparation; null: one for Laure's record with all scopes, given before.</summary>
    public Func<SimulatorServer, string?, Task<string?>>? Token { get; init; }

    public (string Key, string Value)[] Settings { get; init; } = [];

    /// <summary>Whether the refusal is the first place of a bulk that is answered with 200.</summary>
    public bool IsInBulk { get; init; }

    public string AsXml =>
        $"<error xmlns=\"http://www.orcid.org/ns/error\"><response-code>{Status}</response-code><developer-message>{Escaped(Developer)}</developer-message>"
        + $"<user-message>{Escaped(User)}</user-message><error-code>{Code}</error-code><more-info>https://members.orcid.org/api/resources/troubleshooting</more-info></error>";

    public string AsJson =>
        $"{{\"response-code\":{Status},\"developer-message\":\"{Quoted(Developer)}\",\"user-message\":\"{Quoted(User)}\",\"error-code\":{Code},"
        + "\"more-info\":\"https://members.orcid.org/api/resources/troubleshooting\"}";

    public override string ToString() => $"{Code} {What}";

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
