using System.Text.Encodings.Web;
using System.Text.Json;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>Whose token a request carries. The refusals are the authorization server's: JSON whatever was asked for.</summary>
internal static class Bearer
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="request">The request.</param>
    /// <param name="state">The registry.</param>
    /// <param name="now">The time.</param>
    /// <param name="isPublicApi">Where a token may be missing.</param>
    public static (AccessToken? Token, Reply? Refusal) Read(HttpRequest request, RegistryState state, DateTimeOffset now, bool isPublicApi)
    {
        var value = ValueOf(request);
        if (value is null)
        {
            return isPublicApi
                ? (null, null)
                : (null, Refuse(403, "forbidden", "Forbidden: The server understood the request but refuses to authorize it."));
        }
        var token = state.FindToken(value);
        var serves = token is not null && now < token.ExpiresAt
            && (token.End == TokenEnd.None || (token.End == TokenEnd.RevokedByUser && HttpMethods.IsDelete(request.Method)));
        return serves ? (token, null) : (null, Refuse(401, "invalid_token", $"Invalid access token: {value}"));
    }

    private static string? ValueOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        const string Prefix = "Bearer ";
        if (header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return header[Prefix.Length..].Split(',')[0].Trim();
        return request.Query["access_token"].FirstOrDefault();
    }

    private static Reply Refuse(int status, string error, string description) =>
        Reply.Json(status, JsonSerializer.Serialize(new { error, error_description = description }, Plain));
}
