using System.Security.Cryptography;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>Who is signed in to the simulator in this browser, by a cookie of its own beside the portal's.</summary>
internal sealed class Browsers(Registry registry)
{
    private const string CookieName = "orcid-simulator";

    /// <returns>Null when nobody is, or the account has been closed or locked since.</returns>
    public SignedIn? Current(HttpContext http)
    {
        var cookie = http.Request.Cookies[CookieName];
        return registry.Run(state => state.FindBrowser(cookie) is { } browser && state.FindPerson(browser.Orcid) is { Standing: RecordStanding.Active } person
            ? new SignedIn(person, browser.Since)
            : null);
    }

    public void SignIn(HttpContext http, string prefix, Person person)
    {
        var browser = new SignedInBrowser(RandomNumberGenerator.GetHexString(32, lowercase: true), person.Orcid, registry.Now);
        registry.Run(state => state.Save(browser));
        http.Response.Cookies.Append(CookieName, browser.Value, Options(http, prefix));
    }

    public void SignOut(HttpContext http, string prefix)
    {
        if (http.Request.Cookies[CookieName] is { } cookie) registry.Run(state => state.RemoveBrowser(cookie));
        http.Response.Cookies.Delete(CookieName, Options(http, prefix));
    }

    private static CookieOptions Options(HttpContext http, string prefix) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true,
        Path = prefix.Length == 0 ? "/" : http.Request.PathBase + prefix,
    };
}

/// <summary>Somebody and since when.</summary>
internal sealed record SignedIn(Person Person, DateTimeOffset Since);
