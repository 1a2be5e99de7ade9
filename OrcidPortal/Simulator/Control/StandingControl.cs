using System.ComponentModel;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Changes what a record says of its person, and what becomes of the record: locked, merged into another, closed, taken over.</summary>
internal sealed class StandingControl(Registry registry)
{
    public async Task ChangeAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<Change>(http) is not { } asked) return;
        var orcid = RecordControl.OrcidOf(http);
        RecordStanding? standing = Enum.TryParse<RecordStanding>(asked.Standing, ignoreCase: true, out var known) ? known : null;
        if (asked.Standing is not null && standing is null) await ControlJson.RefuseAsync(http, 400, $"'{asked.Standing}' is not one of active, locked, deprecated, deactivated.");
        else if (PeopleControl.WrongVisibility([asked.DefaultVisibility, asked.NameVisibility, asked.BiographyVisibility, .. (asked.Emails ?? []).Select(e => e.Visibility)]) is { } wrong)
            await ControlJson.RefuseAsync(http, 400, $"'{wrong}' is not a visibility.");
        else if (standing == RecordStanding.Deprecated && registry.Run(state => state.FindPerson(asked.PrimaryOrcid)) is null)
            await ControlJson.RefuseAsync(http, 400, "A deprecated record needs a primaryOrcid: the record that it was merged into.");
        else if (asked.PrimaryOrcid is not null && asked.PrimaryOrcid == orcid) await ControlJson.RefuseAsync(http, 400, "A record is not merged into itself.");
        else if (!Save(orcid, asked, standing)) await RecordControl.RefuseUnknownAsync(http);
        else await ControlJson.DoneAsync(http);
    }

    private bool Save(string orcid, Change asked, RecordStanding? standing) => registry.Run(state =>
    {
        if (state.FindPerson(orcid) is not { } person) return false;
        person = person with
        {
            GivenNames = Characters.Legal(asked.GivenNames) ?? person.GivenNames, FamilyName = Characters.Legal(asked.FamilyName) ?? person.FamilyName,
            CreditName = Characters.Legal(asked.CreditName) ?? person.CreditName, Biography = Characters.Legal(asked.Biography) ?? person.Biography,
            NameVisibility = asked.NameVisibility ?? person.NameVisibility, BiographyVisibility = asked.BiographyVisibility ?? person.BiographyVisibility,
            DefaultVisibility = asked.DefaultVisibility ?? person.DefaultVisibility, Claimed = asked.Claimed ?? person.Claimed, TakesRequests = asked.TakesRequests ?? person.TakesRequests,
            Emails = asked.Emails is null ? person.Emails : [.. asked.Emails.Select(e => new EmailAddress(e.Address, e.Verified, e.Primary, e.Visibility ?? "private"))],
            Standing = standing ?? person.Standing, PrimaryOrcid = asked.PrimaryOrcid ?? person.PrimaryOrcid, PersonModifiedAt = registry.Now, LastModifiedAt = registry.Now,
        };
        if (standing is RecordStanding.Deactivated or RecordStanding.Deprecated) foreach (var item in state.Items(orcid)) state.Remove(orcid, item);
        state.Save(standing == RecordStanding.Deactivated ? person with { DeactivatedAt = registry.Now, Emails = [], Biography = null, CreditName = null } : person);
        return true;
    });

    /// <summary>What is to be different; what is not said stays.</summary>
    internal sealed record Change(
        [property: Description("active, locked, deprecated (its items are gone) or deactivated (only the iD is left).")] string? Standing = null,
        [property: Description("With deprecated: the record that it was merged into.")] string? PrimaryOrcid = null,
        [property: Description("Whether the person has taken over the record.")] bool? Claimed = null,
        [property: Description("Given names.")] string? GivenNames = null,
        [property: Description("Family name.")] string? FamilyName = null,
        [property: Description("The name to be known by.")] string? CreditName = null,
        [property: Description("Who may see the name.")] string? NameVisibility = null,
        [property: Description("A few words on the person; empty: none.")] string? Biography = null,
        [property: Description("Who may see the biography.")] string? BiographyVisibility = null,
        [property: Description("What new items get.")] string? DefaultVisibility = null,
        [property: Description("Whether clients may put requests for permission into the inbox.")] bool? TakesRequests = null,
        [property: Description("All addresses, in place of the ones so far.")] IReadOnlyList<ControlEmail>? Emails = null);

    internal sealed record ControlEmail(
        [property: Description("The address.")] string Address,
        [property: Description("Only verified ones are ever shown (default true).")] bool Verified = true,
        [property: Description("Whether it is the first one (default false).")] bool Primary = false,
        [property: Description("Who may see it (default private).")] string? Visibility = null);
}
