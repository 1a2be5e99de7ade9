using OrcidPortal.Simulator.Screens;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>Gives somebody an account of the registry, and signs them in.</summary>
internal sealed class RegisterEndpoint(Registry registry, Browsers browsers)
{
    public static Task ShowAsync(HttpContext http, string prefix)
    {
        var query = new AuthorizeQuery(http.Request.Query);
        return Screen.WriteAsync(http, 200, RegisterScreen.Build(prefix, query, Registration.From(Prefill.From(query)), null));
    }

    public async Task RegisterAsync(HttpContext http, string prefix)
    {
        var form = await PostedForm.ReadAsync(http.Request);
        var query = AuthorizeQuery.Of(form["query"]);
        var asked = Registration.From(form);
        var (person, fault) = registry.Run(state => asked.Enter(state, registry.Now));
        if (person is null)
        {
            await Screen.WriteAsync(http, 400, RegisterScreen.Build(prefix, query, asked, fault));
            return;
        }
        browsers.SignIn(http, prefix, person);
        await SignInEndpoint.GoOnAsync(http, prefix, query.AfterSignIn());
    }
}
