using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Traffic;

/// <summary>Keeps what calls and answers said, while somebody wants to know. In memory only, and never a token, a code or a secret.</summary>
internal sealed class Recorder
{
    private const int LongestBody = 65_536;
    private const string Hidden = "***";
    private static readonly string[] Secret = ["access_token", "refresh_token", "id_token", "client_secret", "code", "password", "token", "subject_token"];
    private readonly ConditionalWeakTable<CallEntry, Conversation> said = [];

    /// <summary>Whether bodies are kept.</summary>
    public bool IsOn { get; set; }

    public Conversation? Of(CallEntry call) => said.TryGetValue(call, out var conversation) ? conversation : null;

    /// <summary>The request's body, which can be read again afterwards.</summary>
    public static async Task<string> ReadAsync(HttpRequest request, CancellationToken cancelled)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync(cancelled);
        request.Body.Position = 0;
        return text;
    }

    /// <param name="call">The entry it belongs to.</param>
    /// <param name="http">The request.</param>
    /// <param name="request">Its body.</param>
    /// <param name="response">The answer's body.</param>
    public void Keep(CallEntry call, HttpContext http, string request, string response)
    {
        var secrets = SecretsIn(http, request, response).Where(s => s.Length > 0).Distinct().OrderByDescending(s => s.Length).ToList();
        said.AddOrUpdate(call, new(Cut(secrets.Aggregate(request, Hide)), Cut(secrets.Aggregate(response, Hide))));
    }

    private static string Hide(string text, string secret) => text
        .Replace(Uri.EscapeDataString(secret), Hidden, StringComparison.Ordinal).Replace(secret, Hidden, StringComparison.Ordinal);

    private static IEnumerable<string> SecretsIn(HttpContext http, string request, string response)
    {
        foreach (var part in http.Request.Headers.Authorization.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)) yield return part.Split(',')[0];
        foreach (var name in Secret) foreach (var value in http.Request.Query[name]) yield return value ?? "";
        if (http.Request.HasFormContentType)
        {
            foreach (var pair in request.Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2 && Secret.Contains(Uri.UnescapeDataString(p[0]))))
            {
                yield return Uri.UnescapeDataString(pair[1].Replace('+', ' '));
                yield return pair[1];
            }
        }
        if (!response.StartsWith('{') || !response.Contains("_token", StringComparison.Ordinal)) yield break;
        using var json = JsonDocument.Parse(response);
        foreach (var name in Secret) if (json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String) yield return value.GetString()!;
    }

    private static string Cut(string text) => text.Length <= LongestBody ? text : $"{text[..LongestBody]} [cut, {text.Length} characters in all]";
}

/// <summary>What was said in a call, without what is secret.</summary>
internal sealed record Conversation(string Request, string Response);
