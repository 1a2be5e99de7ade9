using System.Text.Encodings.Web;

namespace OrcidPortal.Simulator.Screens;

/// <summary>A page: its title and what is in it. Everything from outside goes through <see cref="Text"/>.</summary>
internal sealed record Screen(string Prefix, string Title, string Main)
{
    /// <summary>What the client asked the page to be in (default English). The texts stay English, and say so.</summary>
    public string Lang { get; init; } = Languages.English;

    public static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    public static async Task WriteAsync(HttpContext http, int status, Screen screen)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(screen.Html(http.Request.PathBase), http.RequestAborted);
    }

    public static async Task WriteStyleAsync(HttpContext http)
    {
        http.Response.ContentType = "text/css; charset=utf-8";
        await http.Response.WriteAsync(Style.Sheet, http.RequestAborted);
    }

    private string Html(PathString pathBase) => $"""
        <!doctype html>
        <html lang="{Text(Lang)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(Title)} | Registry simulator</title>
        <link rel="stylesheet" href="{Text(pathBase + Prefix)}/style.css">
        </head>
        <body{(Lang == Languages.English ? "" : $" lang=\"{Languages.English}\"")}>
        <header><p><strong>Registry simulator.</strong> This is not orcid.org: accounts and records here are made up.</p></header>
        <main>
        <h1>{Text(Title)}</h1>
        {Main}
        </main>
        </body>
        </html>
        """;
}
