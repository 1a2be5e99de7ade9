using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>A browser and a client on their way to a token.</summary>
internal static class Journey
{
    public const string Redirect = "http://localhost:5080/connect/orcid/callback";

    public static string AuthorizePath(string? scope = AllScopes, string client = Client, string redirect = Redirect, string more = "&state=s%2B1") =>
        $"oauth/authorize?client_id={client}&response_type=code&redirect_uri={Uri.EscapeDataString(redirect)}&scope={Uri.EscapeDataString(scope ?? "")}{more}";

    /// <summary>Signs in by one click and returns the cookie.</summary>
    public static async Task<string> SignInAsync(this SimulatorServer server, string orcid)
    {
        var answer = await server.FormAsync("oauth/signin", null, ("query", ""), ("account", orcid));
        answer.Status.ShouldBe(303);
        return answer.SetCookie!.Split(';')[0];
    }

    public static async Task<Received> OpenAsync(this SimulatorServer server, string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await server.SendAsync(request);
    }

    /// <summary>A fresh code by an answer given beforehand.</summary>
    public static async Task<string> CodeAsync(this SimulatorServer server, string orcid, string scope = AllScopes, string client = Client)
    {
        await server.ControlAsync("POST", "consent", new { orcid });
        return CodeIn(await server.OpenAsync(AuthorizePath(scope, client)));
    }

    public static string CodeIn(Received answer)
    {
        answer.Status.ShouldBeOneOf(302, 303);
        return Query(answer)["code"].Single()!;
    }

    public static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Query(Received answer) => QueryHelpers.ParseQuery(new Uri(answer.Location!).Query);

    public static Task<Received> TokenRequestAsync(this SimulatorServer server, string grant, params (string Name, string Value)[] fields) =>
        server.FormAsync("oauth/token", null, [("client_id", Client), ("client_secret", Secret), ("grant_type", grant), .. fields]);

    public static async Task<JsonElement> ExchangeAsync(this SimulatorServer server, string code)
    {
        var answer = await server.TokenRequestAsync("authorization_code", ("code", code), ("redirect_uri", Redirect));
        answer.Status.ShouldBe(200, answer.Body);
        return answer.Json;
    }
}
