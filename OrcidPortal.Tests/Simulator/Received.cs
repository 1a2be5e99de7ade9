using System.Text.Json;
using System.Xml.Linq;

namespace OrcidPortal.Tests.Simulator;

/// <summary>An answer of the simulator, read to its end.</summary>
internal sealed record Received(int Status, string Body, string? Type, string? Location, string? SetCookie)
{
    public XElement Xml => XElement.Parse(Body);
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>ORCID's code, when the answer is an error; 0 else.</summary>
    public int Code => Type switch
    {
        null => 0,
        _ when Body.StartsWith('{') => Json.TryGetProperty("error-code", out var code) ? code.GetInt32() : 0,
        _ => Xml.Elements().FirstOrDefault(e => e.Name.LocalName == "error-code") is { } code ? (int)code : 0,
    };

    public string Message => Body.StartsWith('{')
        ? Json.GetProperty("developer-message").GetString()!
        : Xml.Elements().First(e => e.Name.LocalName == "developer-message").Value;

    public string? PutCode => Location?.Split('/')[^1];
}
