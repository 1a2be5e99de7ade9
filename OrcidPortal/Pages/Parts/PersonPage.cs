using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Parts;

/// <summary>A page about the signed-in person: it loads, and loads again when something about them changes.</summary>
public abstract class PersonPage : LivePage
{
    /// <summary>The person the account belongs to; null until it is known, or where there is none.</summary>
    protected Person? Person => Me?.Person;

    protected override Task OnInitializedAsync() => LookAsync();

    protected override void WatchFor(SignedIn me)
    {
        if (me.Person is { } person) Watch(Topics.Person(person.Id));
    }

    /// <summary>Who acts, looked up again.</summary>
    /// <returns>Null where nobody is signed in any more, or the account belongs to another person by now; the page is then asked for anew.</returns>
    protected Task<SignedIn?> ActAsync() => ActAsync(me => me.Person?.Id == Person?.Id);
}
