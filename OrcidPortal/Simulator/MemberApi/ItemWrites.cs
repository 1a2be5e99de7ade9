using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>
/// Adding, updating and removing items. The order of checks is ORCID's: form of the message, record, owner and scope, put-code, meaning, duplicates.
/// Each write that changes something puts one notice into the person's inbox; a bulk puts one for all its items.
/// </summary>
internal sealed class ItemWrites(Registry registry, ItemSources sources, Inbox inbox, IOptions<SimulatorOptions> options)
{
    private const int MostInBulk = 100;
    private const int MostOnRecord = 10_000;

    public Reply Add(ApiCall call, Section section)
    {
        var posted = call.Body!.AsItem(section);
        if (posted.Error is { } malformed) return call.Error(malformed);
        var (putCode, error) = registry.Run(state =>
        {
            var refusal = Open(state, call, section.CreateScopes)
                ?? section.Check(Judge(state, posted.Value!))
                ?? (section.HasBulk && state.Count(call.Orcid, section) >= MostOnRecord ? ErrorTexts.Of(9048) : null)
                ?? new Duplicates(state.Items(call.Orcid, section), call.Token!.ClientId).Find(section, posted.Value!.Item);
            if (refusal is not null) return (0L, refusal);
            var item = Store(state, call, section, posted.Value!);
            inbox.Notify(state, call, "create", section, [item]);
            return (item.PutCode, (ApiError?)null);
        });
        return error is not null ? call.Error(error) : call.Created($"{section.ItemPath}/{putCode}");
    }

    /// <summary>Up to 100 new items. Each is answered for in its place; one that was added earlier in the same bulk counts for duplicates.</summary>
    public Reply AddBulk(ApiCall call, Section section)
    {
        var posted = call.Body!.AsBulk(section);
        if (posted.Error is { } malformed) return call.Error(malformed);
        var all = posted.Value!;
        var (places, names, error) = registry.Run(state =>
        {
            var refusal = Open(state, call, section.CreateScopes)
                ?? (all.Count > MostInBulk ? ErrorTexts.Of(9006, "You are allowed to add up to 100 elements per request.") : null)
                ?? (state.Count(call.Orcid, section) + all.Count > MostOnRecord ? ErrorTexts.Of(9048) : null);
            if (refusal is not null) return ([], sources.Of(state, []), refusal);
            var duplicates = new Duplicates(state.Items(call.Orcid, section), call.Token!.ClientId);
            List<BulkPlace> done = [.. all.Select(item => AddOne(state, call, section, item, duplicates))];
            List<StoredItem> added = [.. done.Select(p => p.Item).OfType<StoredItem>()];
            if (added.Count > 0) inbox.Notify(state, call, "create", section, added);
            return (done, sources.Of(state, [call.Token.ClientId]), (ApiError?)null);
        });
        return error is not null ? call.Error(error) : call.Message(200, BulkPlace.Message(call, places, names));
    }

    /// <summary>Replaces an item. The same again changes no date and puts no notice into the inbox.</summary>
    public Reply Update(ApiCall call, Section section, string putCode)
    {
        var posted = call.Body!.AsItem(section);
        if (posted.Error is { } malformed) return call.Error(malformed);
        if (!ItemReads.TryPutCode(putCode, out var number)) return call.Error(ErrorTexts.Of(9034));
        var (item, names, error) = registry.Run(state =>
        {
            var refusal = Open(state, call, [section.UpdateScope]) ?? CheckPutCode(section, posted.Value!, putCode);
            var stored = refusal is null ? state.FindItem(call.Orcid, section, number) : null;
            refusal ??= stored is null ? ErrorTexts.Of(9016) : CheckUpdate(state, call, posted.Value!, stored);
            if (refusal is not null || stored is null) return (null, sources.Of(state, []), refusal);
            var said = ContentCopy.Tidied(posted.Value!.Item, section.Content);
            if (!stored.Says(said))
            {
                stored = stored.With(said, registry.Now);
                state.Save(call.Orcid, stored);
                inbox.Notify(state, call, "update", section, [stored]);
            }
            return ((StoredItem?)stored, sources.Of(state, [stored.Source]), (ApiError?)null);
        });
        return error is not null || item is null ? call.Error(error ?? ErrorTexts.Of(9016)) : call.Message(200, new ItemXml(new(names)).Whole(call.Orcid, item));
    }

    public Reply Remove(ApiCall call, Section section, string putCode)
    {
        if (!ItemReads.TryPutCode(putCode, out var number)) return call.Error(ErrorTexts.Of(9034));
        var error = registry.Run(state =>
        {
            var refusal = Open(state, call, [section.UpdateScope]);
            var stored = refusal is null ? state.FindItem(call.Orcid, section, number) : null;
            refusal ??= stored is null ? ErrorTexts.Of(9016) : CheckSource(call, stored);
            if (refusal is not null) return refusal;
            state.Remove(call.Orcid, stored!);
            inbox.Notify(state, call, "delete", section, [stored!]);
            return null;
        });
        return error is not null ? call.Error(error) : new Reply(204);
    }

    private BulkPlace AddOne(RegistryState state, ApiCall call, Section section, Posted posted, Duplicates duplicates)
    {
        if ((section.Check(Judge(state, posted)) ?? duplicates.Find(section, posted.Item)) is { } error) return new(null, error);
        var item = Store(state, call, section, posted);
        duplicates.Add(item);
        return new(item, null);
    }

    /// <summary>What the client says of visibility is ignored on a claimed record: the person's own setting decides.</summary>
    private StoredItem Store(RegistryState state, ApiCall call, Section section, Posted posted)
    {
        var person = state.FindPerson(call.Orcid)!;
        var visibility = person.Claimed ? person.DefaultVisibility : posted.Visibility ?? "private";
        var item = new StoredItem(
            section, state.NextPutCode(), ContentCopy.Tidied(posted.Item, section.Content), call.Token!.ClientId, visibility, displayIndex: 1, registry.Now, registry.Now);
        state.Save(call.Orcid, item);
        return item;
    }

    private static ApiError? CheckUpdate(RegistryState state, ApiCall call, Posted posted, StoredItem stored)
    {
        var notSource = CheckSource(call, stored);
        if (stored.Says(ContentCopy.Tidied(posted.Item, stored.Section.Content)) && (posted.Visibility ?? stored.Visibility) == stored.Visibility)
            return notSource is not null && stored.Section == RecordSections.Works ? ErrorTexts.Of(9014, notSource.DeveloperMessage) : notSource;
        return stored.Section.Check(Judge(state, posted, stored.Visibility))
            ?? new Duplicates(state.Items(call.Orcid, stored.Section), call.Token!.ClientId, except: stored.PutCode).Find(stored.Section, posted.Item)
            ?? notSource;
    }

    /// <summary>The number in the body has to be there and the same; without one, what is said of a person is refused in other words (9031).</summary>
    private static ApiError? CheckPutCode(Section section, Posted posted, string putCode)
    {
        if (posted.PutCode == putCode) return null;
        return section.IsPersonal && posted.PutCode is null ? ErrorTexts.Of(9031) : ErrorTexts.Of(9019, null, ("urlPutCode", putCode), ("bodyPutCode", posted.PutCode ?? "null"));
    }

    /// <summary>ORCID's sentence speaks of a work whatever it is about.</summary>
    private static ApiError? CheckSource(ApiCall call, StoredItem stored) =>
        stored.IsFromClient(call.Token!.ClientId) ? null : ErrorTexts.Of(9010, null, ("activity", "work"));

    private ApiError? Open(RegistryState state, ApiCall call, IEnumerable<string> scopes) =>
        RecordGate.Check(state.FindPerson(call.Orcid), call.Token!.ClientId, registry.Now, isReading: false, options.Value)
        ?? Access.CheckOwner(call.Token, call.Orcid)
        ?? Access.CheckScope(call.Token, scopes);

    private static Judged Judge(RegistryState state, Posted posted, string? storedVisibility = null) =>
        new(posted, storedVisibility, (source, identifier) => state.IsKnownOrganization(source, identifier) ?? OrganizationRules.HasForm(source, identifier));
}
