using System.Text.Json;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>
/// Adding, updating and removing works. The order of checks is ORCID's: form of the message, record, owner and scope, put-code, meaning, duplicates.
/// Each write that changes something puts one notice into the person's inbox; a bulk puts one for all its works.
/// </summary>
internal sealed class WorkWrites(Registry registry, RecordReads reads)
{
    private const int MostInBulk = 100;
    private const int MostOnRecord = 10_000;

    public Reply Add(ApiCall call)
    {
        var posted = call.Body!.AsWork();
        if (posted.Error is { } malformed) return call.Error(malformed);
        var (putCode, error) = registry.Run(state =>
        {
            var refusal = Open(state, call, Scopes.WorksCreate, Scopes.WorksUpdate)
                ?? WorkValidator.Check(posted.Value!, storedVisibility: null)
                ?? (state.CountWorks(call.Orcid) >= MostOnRecord ? ErrorTexts.Of(9048) : null)
                ?? new Duplicates(state.Works(call.Orcid), call.Token!.ClientId).Find(posted.Value!.Work);
            if (refusal is not null) return (0L, refusal);
            var work = Store(state, call, posted.Value!);
            Notify(state, call);
            return (work.PutCode, (ApiError?)null);
        });
        return error is not null
            ? call.Error(error)
            : new Reply(201) { Headers = new Dictionary<string, string> { ["Location"] = $"{call.ApiBase}/{call.Orcid}/work/{putCode}" } };
    }

    /// <summary>Up to 100 new works. Each is answered for in its place; one that was added earlier in the same bulk counts for duplicates.</summary>
    public Reply AddBulk(ApiCall call)
    {
        var posted = call.Body!.AsBulk();
        if (posted.Error is { } malformed) return call.Error(malformed);
        var works = posted.Value!;
        var (items, sources, error) = registry.Run(state =>
        {
            var refusal = Open(state, call, Scopes.WorksCreate, Scopes.WorksUpdate)
                ?? (works.Count > MostInBulk ? ErrorTexts.Of(9006, "You are allowed to add up to 100 elements per request.") : null)
                ?? (state.CountWorks(call.Orcid) + works.Count > MostOnRecord ? ErrorTexts.Of(9048) : null);
            if (refusal is not null) return ([], reads.SourcesOf(state, []), refusal);
            var duplicates = new Duplicates(state.Works(call.Orcid), call.Token!.ClientId);
            List<BulkItem> done = [.. works.Select(work => AddOne(state, call, work, duplicates))];
            List<StoredWork> added = [.. done.Select(i => i.Work).OfType<StoredWork>()];
            if (added.Count > 0) Notify(state, call);
            return (done, reads.SourcesOf(state, added), (ApiError?)null);
        });
        return error is not null ? call.Error(error) : RecordReads.Bulk(call, items, sources);
    }

    /// <summary>Replaces a work. The same again changes no date and puts no notice into the inbox.</summary>
    public Reply Update(ApiCall call, string putCode)
    {
        var posted = call.Body!.AsWork();
        if (posted.Error is { } malformed) return call.Error(malformed);
        if (!RecordReads.TryPutCode(putCode, out var number)) return call.Error(ErrorTexts.Of(9034));
        var (work, sources, error) = registry.Run(state =>
        {
            var refusal = Open(state, call, Scopes.WorksUpdate)
                ?? (posted.Value!.PutCode == putCode ? null : ErrorTexts.Of(9019, null, ("urlPutCode", putCode), ("bodyPutCode", posted.Value.PutCode ?? "null")));
            var stored = refusal is null ? state.FindWork(call.Orcid, number) : null;
            refusal ??= stored is null ? ErrorTexts.Of(9016) : CheckUpdate(state, call, posted.Value!, stored);
            if (refusal is not null || stored is null) return (null, reads.SourcesOf(state, []), refusal);
            if (!IsSame(stored.Work, posted.Value!.Work))
            {
                stored = stored with { Work = posted.Value.Work.Tidied(), LastModifiedAt = registry.Now };
                state.Save(call.Orcid, stored);
                Notify(state, call);
            }
            return ((StoredWork?)stored, reads.SourcesOf(state, [stored]), (ApiError?)null);
        });
        return error is not null || work is null ? call.Error(error ?? ErrorTexts.Of(9016)) : RecordReads.Stored(call, work, sources);
    }

    public Reply Remove(ApiCall call, string putCode)
    {
        if (!RecordReads.TryPutCode(putCode, out var number)) return call.Error(ErrorTexts.Of(9034));
        var error = registry.Run(state =>
        {
            var refusal = Open(state, call, Scopes.WorksUpdate);
            var stored = refusal is null ? state.FindWork(call.Orcid, number) : null;
            refusal ??= stored is null ? ErrorTexts.Of(9016) : CheckSource(call, stored);
            if (refusal is not null) return refusal;
            state.RemoveWork(call.Orcid, number);
            Notify(state, call);
            return null;
        });
        return error is not null ? call.Error(error) : new Reply(204);
    }

    private BulkItem AddOne(RegistryState state, ApiCall call, PostedWork posted, Duplicates duplicates)
    {
        if ((WorkValidator.Check(posted, storedVisibility: null) ?? duplicates.Find(posted.Work)) is { } error) return new(null, error);
        var work = Store(state, call, posted);
        duplicates.Add(work);
        return new(work, null);
    }

    /// <summary>What the client says of visibility is ignored on a claimed record: the person's own setting decides.</summary>
    private StoredWork Store(RegistryState state, ApiCall call, PostedWork posted)
    {
        var now = registry.Now;
        var visibility = state.FindPerson(call.Orcid)!.DefaultVisibility;
        var work = new StoredWork(state.NextPutCode(), posted.Work.Tidied(), call.Token!.ClientId, visibility, DisplayIndex: 1, now, now);
        state.Save(call.Orcid, work);
        return work;
    }

    private void Notify(RegistryState state, ApiCall call)
    {
        var person = state.FindPerson(call.Orcid)!;
        state.Save(person with { Notices = person.Notices + 1, LastModifiedAt = registry.Now });
    }

    private static ApiError? CheckUpdate(RegistryState state, ApiCall call, PostedWork posted, StoredWork stored)
    {
        var notSource = CheckSource(call, stored);
        if (IsSame(stored.Work, posted.Work) && posted.Visibility is not { Length: > 0 })
            return notSource is null ? null : notSource with { Code = 9014 };
        return WorkValidator.Check(posted, stored.Visibility)
            ?? new Duplicates(state.Works(call.Orcid), call.Token!.ClientId, except: stored.PutCode).Find(posted.Work)
            ?? notSource;
    }

    private static ApiError? CheckSource(ApiCall call, StoredWork stored) =>
        stored.IsFromClient(call.Token!.ClientId) ? null : ErrorTexts.Of(9010, null, ("activity", "work"));

    private static ApiError? Open(RegistryState state, ApiCall call, params string[] scopes) =>
        RecordGate.Check(state.FindPerson(call.Orcid)) ?? Access.CheckOwner(call.Token!, call.Orcid) ?? Access.CheckScope(call.Token!, scopes);

    private static bool IsSame(Work stored, Work posted) =>
        JsonSerializer.Serialize(stored, Journal.Json) == JsonSerializer.Serialize(posted.Tidied(), Journal.Json);
}
