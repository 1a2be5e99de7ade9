using OrcidPortal.Simulator.OAuth;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>What a client asks for, in ORCID's words, and the two answers. E-mail addresses can be left out.</summary>
internal static class ConsentScreen
{
    private const string EmailTick = """
        <p><input type="checkbox" id="email" name="email" value="share" checked><label for="email" class="beside">Share my e-mail addresses, also those that are not public</label></p>
        """;

    public static Screen Build(string prefix, AuthorizeQuery query, AuthorizeRequest request, Person person)
    {
        var scopes = string.Concat(Scopes.Split(request.Scope).Select(s => Vocabulary.Scopes[s]).Select(s => $"""
            <li><strong>{Text(s.Text)}</strong>{(s.Explanation.Length == 0 ? "" : $"<br>{Text(s.Explanation)}")}<br><span class="soft">{Text(s.Value)}</span></li>
            """));
        return new(prefix, "Authorize access", $"""
            <p>You are signed in as <strong>{Text(person.DisplayName)}</strong> ({Text(person.Orcid)}).</p>
            <form method="post" action="signout">
            <input type="hidden" name="query" value="{Text(query.Text)}">
            <button type="submit">Sign in as somebody else</button>
            </form>
            <h2>{Text(request.Client.Name)} has asked for the following access to your ORCID record</h2>
            <ul>{scopes}</ul>
            <form method="post" action="authorize">
            <input type="hidden" name="query" value="{Text(query.Text)}">
            {(request.AsksForEmail ? EmailTick : "")}
            <div class="actions">
            <button type="submit" id="authorize" name="decision" value="authorize" class="primary">Authorize access</button>
            <button type="submit" id="deny" name="decision" value="deny">Deny access</button>
            </div>
            </form>
            """) { Lang = Languages.Tag(query["lang"]) };
    }
}
