using System.ComponentModel;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.OAuth;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.Control;

/// <summary>Makes people and starts afresh.</summary>
internal sealed class PeopleControl(Registry registry, Clients clients, FaultList faults, Consents consents, Limiter limiter, Recorder recorder)
{
    public Task ResetAsync(HttpContext http)
    {
        registry.Reset();
        faults.Clear();
        consents.Clear();
        limiter.Reset();
        recorder.IsOn = false;
        return ControlJson.DoneAsync(http);
    }

    public async Task AddAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<NewPerson>(http) is not { } asked) return;
        var orcid = asked.Orcid ?? OrcidIds.New();
        if (!OrcidIds.IsValid(orcid)) await ControlJson.RefuseAsync(http, 400, $"'{orcid}' is not an iD with a valid check digit.");
        else if (string.IsNullOrWhiteSpace(asked.GivenNames)) await ControlJson.RefuseAsync(http, 400, "A person needs given names.");
        else if (WrongVisibility(asked.DefaultVisibility, asked.NameVisibility, asked.BiographyVisibility, asked.EmailVisibility) is { } wrong)
            await ControlJson.RefuseAsync(http, 400, $"'{wrong}' is not a visibility.");
        else if (asked.Creator is not null && clients.Find(asked.Creator) is null) await ControlJson.RefuseAsync(http, 400, $"'{asked.Creator}' is not a client.");
        else if ((asked.Works ?? []).Select(w => w.FindFault(clients)).FirstOrDefault(f => f is not null) is { } fault) await ControlJson.RefuseAsync(http, 400, fault);
        else if (!Save(asked, orcid)) await ControlJson.RefuseAsync(http, 409, $"There is a record {orcid} already.");
        else await ControlJson.WriteAsync(http, 201, new { orcid });
    }

    /// <returns>The first that is not a visibility, or null.</returns>
    public static string? WrongVisibility(params string?[] visibilities) => visibilities.FirstOrDefault(v => v is not null && !Vocabulary.Visibilities.Contains(v));

    private bool Save(NewPerson asked, string orcid) => registry.Run(state =>
    {
        if (state.FindPerson(orcid) is not null) return false;
        var email = asked.Email ?? $"{orcid}@example.org";
        state.Save(new Person
        {
            Orcid = orcid, GivenNames = Characters.Legal(asked.GivenNames)!, FamilyName = Characters.Legal(asked.FamilyName), CreditName = Characters.Legal(asked.CreditName),
            Email = email, Emails = [new(email, Primary: true, Visibility: asked.EmailVisibility ?? "private")], Password = asked.Password ?? Person.SamplePassword,
            DefaultVisibility = asked.DefaultVisibility ?? "public", NameVisibility = asked.NameVisibility ?? "public",
            Biography = Characters.Legal(asked.Biography), BiographyVisibility = asked.BiographyVisibility ?? "public",
            CreatorClientId = asked.Creator, Claimed = asked.Claimed, CreatedAt = registry.Now, LastModifiedAt = registry.Now,
        });
        foreach (var work in asked.Works ?? []) RecordControl.Put(state, orcid, work, registry.Now);
        return true;
    });

    /// <summary>Somebody new.</summary>
    internal sealed record NewPerson(
        [property: Description("Compulsory.")] string? GivenNames,
        [property: Description("May be missing.")] string? FamilyName = null,
        [property: Description("With a valid check digit; without it one is made.")] string? Orcid = null,
        [property: Description("The name to be known by.")] string? CreditName = null,
        [property: Description("To sign in with; without it one is made of the iD.")] string? Email = null,
        [property: Description("Who may see that address (default private).")] string? EmailVisibility = null,
        [property: Description("To sign in with (default simulator).")] string? Password = null,
        [property: Description("What new works get: public, limited, private or registered-only (default public).")] string? DefaultVisibility = null,
        [property: Description("Who may see the name (default public).")] string? NameVisibility = null,
        [property: Description("A few words on the person.")] string? Biography = null,
        [property: Description("Who may see the biography (default public).")] string? BiographyVisibility = null,
        [property: Description("Whether the person has taken over the record (default true).")] bool Claimed = true,
        [property: Description("The client that made the record; without it the person did.")] string? Creator = null,
        [property: Description("What is on the record already.")] IReadOnlyList<ControlWork>? Works = null);
}
