using System.Text;
using Microsoft.Extensions.Primitives;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>A form posted to the token endpoint or its neighbours, and the client that posted it.</summary>
internal sealed class TokenRequest(IFormCollection form, string authorization, SimulatorClient? client)
{
    private const string Basic = "Basic ";
    private const string Bearer = "Bearer ";

    /// <summary>Who asks, once it has been told by <see cref="For"/>.</summary>
    public SimulatorClient Client => client ?? throw new InvalidOperationException("The client has not been looked up.");

    /// <summary>Id and secret of the header, else of the form.</summary>
    public (string? Id, string? Secret) Credentials => InHeader() ?? (this["client_id"], this["client_secret"]);

    /// <summary>The token in the header, which names the one that a refresh replaces.</summary>
    public string? BearerToken => authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;

    /// <summary>A field of the form; null when it is missing or blank.</summary>
    public string? this[string name] => form.TryGetValue(name, out StringValues value) && !string.IsNullOrWhiteSpace(value.FirstOrDefault()) ? value.First() : null;

    public static async Task<TokenRequest> ReadAsync(HttpRequest request)
    {
        return new(await PostedForm.ReadAsync(request), request.Headers.Authorization.ToString(), null);
    }

    public TokenRequest For(SimulatorClient known) => new(form, authorization, known);

    private (string? Id, string? Secret)? InHeader()
    {
        if (!authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)) return null;
        var buffer = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[Basic.Length..].Trim(), buffer, out var length)) return ("", null);
        var pair = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return (Decoded(pair[0]), pair.Length > 1 ? Decoded(pair[1]) : null);
    }

    /// <summary>RFC 6749 §2.3.1: both halves are form-encoded before they are put together.</summary>
    private static string Decoded(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;
}
