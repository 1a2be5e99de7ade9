using Microsoft.Extensions.Options;

namespace OrcidPortal.Security;

/// <summary>Puts the headers on every answer that keep foreign scripts, frames and referrers out.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<ContentPolicy> policy, IServiceProvider services)
{
    private readonly Lazy<string> _formTargets = new(() => string.Join(' ', policy.Value.FormTargets.Select(t => t(services)).OfType<string>().Distinct().Prepend("'self'")));

    public Task InvokeAsync(HttpContext context)
    {
        // When the answer starts: whatever an error handler cleared before is there again.
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        // MudBlazor sets styles from scripts and in attributes: styles cannot be closed as scripts are.
        headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'{Sockets(context.Request)}; " +
            $"object-src 'none'; base-uri 'self'; form-action {_formTargets.Value}; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.User.Identity is { IsAuthenticated: true } && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
    }

    // Some browsers do not count a socket to the same host as 'self'.
    private static string Sockets(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        var isPlain = host.Length > 0 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']');
        return isPlain ? $" {(request.IsHttps ? "wss" : "ws")}://{host}" : "";
    }
}
