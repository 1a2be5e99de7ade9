using OrcidPortal.Simulator.OAuth;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>Who are you? By name and password, or by one click.</summary>
internal static class SignInScreen
{
    public static Screen Build(string prefix, AuthorizeQuery query, SimulatorClient? client, IEnumerable<Person> people, string? fault)
    {
        var accounts = string.Concat(people.Select(p => $"""
            <button type="submit" name="account" value="{Text(p.Orcid)}">{Text(p.DisplayName)}<br><span class="soft">{Text(p.Orcid)}</span></button>
            """));
        return new(prefix, "Sign in", $"""
            {(client is null ? "" : $"<p><strong>{Text(client.Name)}</strong> asks for access to an ORCID record.</p>")}
            {(fault is null ? "" : $"""<p class="fault" role="alert">{Text(fault)}</p>""")}
            <form method="post" action="signin">
            <input type="hidden" name="query" value="{Text(query.Text)}">
            <label for="username">E-mail address or 16-digit iD</label>
            <input id="username" name="username" autocomplete="username" value="{Text(Prefill.From(query).UserName)}" required>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <div class="actions"><button type="submit" class="primary sign-in-button">Sign in</button></div>
            </form>
            <p><a href="register{Text(query.Text)}">Register for an account</a></p>
            <h2>Or sign in as one of the accounts here</h2>
            <form method="post" action="signin" class="accounts">
            <input type="hidden" name="query" value="{Text(query.Text)}">
            {accounts}
            </form>
            """) { Lang = Languages.Tag(query["lang"]) };
    }
}
