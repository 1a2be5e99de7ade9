using OrcidPortal.Simulator.OAuth;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>A new account: the few things it takes, filled in as far as the client knows them.</summary>
internal static class RegisterScreen
{
    public static Screen Build(string prefix, AuthorizeQuery query, Registration filled, string? fault) => new(prefix, "Register", $"""
        {(fault is null ? "" : $"""<p class="fault" role="alert">{Text(fault)}</p>""")}
        <form method="post" action="register">
        <input type="hidden" name="query" value="{Text(query.Text)}">
        <label for="given-names">Given names</label>
        <input id="given-names" name="given_names" autocomplete="given-name" value="{Text(filled.GivenNames)}" required>
        <label for="family-names">Family names (optional)</label>
        <input id="family-names" name="family_names" autocomplete="family-name" value="{Text(filled.FamilyName)}">
        <label for="email">E-mail address</label>
        <input id="email" name="email" type="email" autocomplete="email" value="{Text(filled.Email)}" required>
        <label for="password">Password (at least 8 characters)</label>
        <input id="password" name="password" type="password" autocomplete="new-password" minlength="8" required>
        <div class="actions"><button type="submit" class="primary">Register</button></div>
        </form>
        <p><a href="signin{Text(query.Text)}">Sign in to an account that exists</a></p>
        """) { Lang = Languages.Tag(query["lang"]) };
}
