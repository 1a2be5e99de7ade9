using System.Text;
using System.Text.Encodings.Web;

namespace OrcidPortal.Security;

/// <summary>A page for moments when nobody is signed in and the portal's own pages are not open: plain HTML, every text encoded.</summary>
internal sealed class SmallPage(string title)
{
    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #f5f6f8; --card: #ffffff; --line: #767e88; --accent: #1d4273; --onaccent: #ffffff }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #14171a; --card: #1e2226; --line: #858d97; --accent: #a8c6f2; --onaccent: #0f2340 } }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
        main { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem }
        h1 { font-size: 1.5rem; line-height: 1.25 }
        ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem }
        li a { display: block; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; text-decoration: none; color: inherit }
        li a:hover, li a:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent) }
        li strong { display: block; overflow-wrap: anywhere }
        .act { display: inline-block; font: inherit; padding: .6rem 1.1rem; min-height: 2.75rem; border: 0; border-radius: .5rem; background: var(--accent); color: var(--onaccent); text-decoration: none; cursor: pointer }
        .act.other { background: none; color: var(--accent); border: 1px solid var(--line) }
        .act:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
        """;

    private readonly StringBuilder _body = new();

    public SmallPage Text(string text) => Raw($"<p>{Encode(text)}</p>");

    /// <summary>Where to go from here.</summary>
    public SmallPage Link(string url, string text) => Link(url, text, "act");

    /// <summary>Another way, less prominent than the first.</summary>
    public SmallPage OtherLink(string url, string text) => Link(url, text, "act other");

    private SmallPage Link(string url, string text, string look) => Raw($"<p><a class=\"{look}\" href=\"{Encode(url)}\">{Encode(text)}</a></p>");

    /// <summary>A list of places to go.</summary>
    public SmallPage List(IEnumerable<(string Url, string Name, string Note)> items)
    {
        _body.Append("<ul>");
        foreach (var (url, name, note) in items) _body.Append("<li><a href=\"").Append(Encode(url)).Append("\"><strong>").Append(Encode(name)).Append("</strong> ").Append(Encode(note)).Append("</a></li>");
        return Raw("</ul>");
    }

    /// <summary>A form of one button.</summary>
    public SmallPage Button(string action, string text, string tokenField, string token) =>
        Raw($"<form method=\"post\" action=\"{Encode(action)}\"><input type=\"hidden\" name=\"{Encode(tokenField)}\" value=\"{Encode(token)}\"><button class=\"act\" type=\"submit\">{Encode(text)}</button></form>");

    /// <summary>The answer.</summary>
    public IResult AsResult(int status = StatusCodes.Status200OK) => Results.Content(ToHtml(), "text/html; charset=utf-8", Encoding.UTF8, status);

    private string ToHtml() =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)} - OrcidPortal</title><style>{Style}</style></head>
        <body><main><h1>{Encode(title)}</h1>{_body}</main></body>
        </html>
        """;

    private SmallPage Raw(string html)
    {
        _body.Append(html);
        return this;
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
