using System.ComponentModel;
using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Puts items of every kind on a record, shows them to others, and removes them, as the owner would. None of this counts as a notice.</summary>
internal sealed class ItemControl(Registry registry, Clients clients)
{
    /// <summary>The body is the item as ORCID's API takes it, XML or JSON; <c>source</c> (a client) and <c>visibility</c> may stand in the query.</summary>
    public async Task AddAsync(HttpContext http)
    {
        var (orcid, name) = (RecordControl.OrcidOf(http), (string)http.GetRouteValue("section")!);
        var (source, visibility) = (http.Request.Query["source"].FirstOrDefault() ?? "user", http.Request.Query["visibility"].FirstOrDefault() ?? "public");
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (RecordSections.Find(name) is not { } section)
        {
            await ControlJson.RefuseAsync(http, 404, $"'{name}' is not one of {string.Join(", ", RecordSections.All)}.");
            return;
        }
        var posted = new PostedBody(body.ToArray(), body.GetBuffer().AsSpan(0, (int)body.Length).TrimStart(" \t\r\n"u8).StartsWith("{"u8)).AsItem(section);
        if (posted.Error is { } fault) await ControlJson.RefuseAsync(http, 400, fault.DeveloperMessage);
        else if (!Vocabulary.Visibilities.Contains(visibility)) await ControlJson.RefuseAsync(http, 400, $"'{visibility}' is not a visibility.");
        else if (source != "user" && clients.Find(source) is null) await ControlJson.RefuseAsync(http, 400, $"'{source}' is not a client.");
        else
        {
            var item = registry.Run(state =>
            {
                if (state.FindPerson(orcid) is not { } person) return null;
                var added = new StoredItem(
                    section, state.NextPutCode(), ContentCopy.Tidied(posted.Value!.Item, section.Content), source == "user" ? orcid : source, visibility, source == "user" ? 0 : 1, registry.Now, registry.Now);
                state.Save(orcid, added);
                state.Save(person with { LastModifiedAt = registry.Now });
                return added;
            });
            if (item is null) await RecordControl.RefuseUnknownAsync(http);
            else await ControlJson.WriteAsync(http, 201, new { item.PutCode });
        }
    }

    public async Task ChangeAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<Change>(http) is not { } asked) return;
        if (asked.Visibility is { } visibility && !Vocabulary.Visibilities.Contains(visibility)) await ControlJson.RefuseAsync(http, 400, $"'{visibility}' is not a visibility.");
        else await OnItemAsync(http, (state, orcid, item) => state.Save(orcid, item.Shown(asked.Visibility ?? item.Visibility, asked.DisplayIndex ?? item.DisplayIndex, registry.Now)));
    }

    public Task RemoveAsync(HttpContext http) => OnItemAsync(http, (state, orcid, item) => state.Remove(orcid, item));

    /// <summary>Finds the item of the address, does that, and marks the record as changed.</summary>
    private Task OnItemAsync(HttpContext http, Action<RegistryState, string, StoredItem> act)
    {
        var (orcid, name) = (RecordControl.OrcidOf(http), http.GetRouteValue("section") as string ?? RecordSections.Works.Name);
        var done = registry.Run(state =>
        {
            if (RecordSections.Find(name) is not { } section || !ItemReads.TryPutCode((string)http.GetRouteValue("putCode")!, out var putCode)) return false;
            if (state.FindItem(orcid, section, putCode) is not { } item) return false;
            act(state, orcid, item);
            state.Save(state.FindPerson(orcid)! with { LastModifiedAt = registry.Now });
            return true;
        });
        return done ? ControlJson.DoneAsync(http) : ControlJson.RefuseAsync(http, 404, $"There is no such {name} on the record.");
    }

    internal sealed record Change(
        [property: Description("Who sees it from now on: public, limited, private or registered-only.")] string? Visibility = null,
        [property: Description("The higher, the further in front of its group.")] int? DisplayIndex = null);
}
