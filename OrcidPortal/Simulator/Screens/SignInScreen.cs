using OrcidPortal.Simulator.OAuth;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>Who are you? By name and password, or by one click.</summary>
internal static class SignInScreen
{
    public static Screen Build(string prefix, string query, AuthorizeRequest? request, IEnumerable<Person> people, string? fault)
    {
        var accounts = string.Concat(people.Select(p => $"""
            <button type="submit" name="account" value="{Text(p.Orcid)}">{Text(p.DisplayName)}<br><span class="soft">{Text(p.Orcid)}</span></button>
            """));
        return new(prefix, "Sign in", $"""
            {(request is null ? "" : $"<p><strong>{Text(request.Client.Name)}</strong> asks for access to an ORCID record.</p>")}
            {(fault is null ? "" : $"""<p class="fault" role="alert">{Text(fault)}</p>""")}
            <form method="post" action="signin">
            <input type="hidden" name="query" value="{Text(query)}">
            <label for="username">E-mail address or 16-digit iD</label>
            <input id="username" name="username" autocomplete="username" value="{Text(request?.Orcid)}" required>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <div class="actions"><button type="submit" class="primary sign-in-button">Sign in</button></div>
            </form>
            <h2>Or sign in as one of the accounts here</h2>
            <form method="post" action="signin" class="accounts">
            <input type="hidden" name="query" value="{Text(query)}">
            {accounts}
            </form>
            """);
    }
}
