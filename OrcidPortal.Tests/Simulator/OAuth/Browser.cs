using System.Net;
using System.Text.RegularExpressions;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>A browser without script: it keeps cookies, follows redirects, and sends the forms of the page it is on.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private Uri? address;

    public string Page { get; private set; } = "";

    /// <summary>Where it is.</summary>
    public Uri Address => address!;

    public Task OpenAsync(Uri uri) => ShowAsync(new(HttpMethod.Get, uri));

    /// <summary>Fills in and sends the first form that has this action, hidden fields and all.</summary>
    public Task SendAsync(string action, params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(Page).First(f => f.Groups["action"].Value == action).Value;
        var hidden = HiddenFields().Matches(form).Select(f => (Name: f.Groups["name"].Value, Value: WebUtility.HtmlDecode(f.Groups["value"].Value)));
        return ShowAsync(new(HttpMethod.Post, new Uri(Address, action))
        {
            Content = new FormUrlEncodedContent(hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value))),
        });
    }

    public void Dispose() => http.Dispose();

    private async Task ShowAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            address = answer.RequestMessage!.RequestUri;
            Page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]*)".*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex HiddenFields();
}
