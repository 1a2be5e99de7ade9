using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>Whose token a request carries. The refusals are the authorization server's: JSON whatever was asked for.</summary>
internal sealed class Bearer(Registry registry, Clients clients, IOptions<SimulatorOptions> options)
{
    private const string Prefix = "Bearer ";
    private const string Parameter = "access_token";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="request">The request.</param>
    /// <param name="isPublicApi">Where a token may be missing.</param>
    public async Task<(AccessToken? Token, Reply? Refusal)> ReadAsync(HttpRequest request, bool isPublicApi)
    {
        var value = await ValueAsync(request);
        if (value is null)
        {
            return isPublicApi
                ? (null, null)
                : (null, Refuse(403, "forbidden", "Forbidden: The server understood the request but refuses to authorize it."));
        }
        var token = registry.Run(state => state.FindToken(value));
        if (token is null || !Serves(token, request.Method)) return (null, Refuse(401, "invalid_token", $"Invalid access token: {value}"));
        if (registry.Now >= token.ExpiresAt)
        {
            var what = options.Value.OAuthErrorProfile == OAuthErrorProfile.Legacy ? "Access token expired" : "Invalid access token";
            return (null, Refuse(401, "invalid_token", $"{what}: {value}"));
        }
        return isPublicApi || clients.Find(token.ClientId) is not { IsPublic: true } ? (token, null) : (null, Refuse(403, "forbidden", $"Access Denied: {value}"));
    }

    /// <summary>The token of the header, else of the form, else of the query; null: there is none.</summary>
    public static async Task<string?> ValueAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return header[Prefix.Length..].Split(',')[0].Trim();
        var form = await PostedForm.ReadAsync(request);
        return form[Parameter].FirstOrDefault() ?? request.Query[Parameter].FirstOrDefault();
    }

    /// <summary>One that the person took back still serves to remove what was added with it.</summary>
    private static bool Serves(AccessToken token, string method) =>
        token.End == TokenEnd.None || (token.End == TokenEnd.RevokedByUser && HttpMethods.IsDelete(method));

    private static Reply Refuse(int status, string error, string description) =>
        Reply.Json(status, JsonSerializer.Serialize(new { error, error_description = description }, Plain));
}
