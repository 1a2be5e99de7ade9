using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>Everything that only looks: the record, its person, its works in groups, single works, works in bulk.</summary>
internal sealed class RecordReads(Registry registry, Clients clients, IOptions<SimulatorOptions> options)
{
    private const int MostInBulk = 100;

    public Reply Record(ApiCall call) => Show(call, RecordXml.Record, RecordJson.Record);
    public Reply Person(ApiCall call) => Show(call, RecordXml.Person, (view, _) => RecordJson.Person(view));
    public Reply Activities(ApiCall call) => Show(call, RecordXml.Activities, RecordJson.Activities);
    public Reply Works(ApiCall call) => Show(call, RecordXml.Works, RecordJson.Works);

    public Reply Work(ApiCall call, string putCode, bool summary)
    {
        if (!TryPutCode(putCode, out var number)) return call.Error(ErrorTexts.Of(9034));
        var (work, sources, error) = registry.Run(state =>
        {
            var refusal = Open(state, call);
            var found = refusal is null ? state.FindWork(call.Orcid, number) : null;
            refusal ??= found is null ? ErrorTexts.Of(9016) : Access.CheckRead(found, call.Token, call.IsPublic);
            return (found, SourcesOf(state, found is null ? [] : [found]), refusal);
        });
        if (error is not null || work is null) return call.Error(error ?? ErrorTexts.Of(9016));
        return summary
            ? call.Message(200, () => WorkXmlWriter.WriteSummary(call.Orcid, work, new(sources)), () => WorkJsonWriter.WriteSummary(call.Orcid, work, new(sources)))
            : Stored(call, work, sources);
    }

    /// <summary>Works by put-code, in the order asked for; what cannot be shown is an error in its place.</summary>
    public Reply Bulk(ApiCall call, string putCodes)
    {
        var asked = putCodes.Split(',', StringSplitOptions.TrimEntries);
        if (asked.Length > MostInBulk) return call.Error(ErrorTexts.Of(9042));
        if (asked.FirstOrDefault(a => !TryPutCode(a, out _)) is { } wrong) return call.Error(ErrorTexts.Of(9006, $"For input string: \"{wrong}\""));
        var (items, sources, error) = registry.Run(state =>
        {
            if (Open(state, call) is { } refusal) return ([], SourcesOf(state, []), refusal);
            var found = asked.Select(a => BulkItem(state, call, a)).ToList();
            return (found, SourcesOf(state, [.. found.Select(i => i.Work).OfType<StoredWork>()]), (ApiError?)null);
        });
        return error is not null ? call.Error(error) : Bulk(call, items, sources);
    }

    public static Reply Stored(ApiCall call, StoredWork work, SourceNames sources) =>
        call.Message(200, () => WorkXmlWriter.Write(call.Orcid, work, new(sources)), () => WorkJsonWriter.Write(call.Orcid, work, new(sources)));

    public static Reply Bulk(ApiCall call, IReadOnlyList<BulkItem> items, SourceNames sources) => call.Message(
        200,
        () => new XElement(Names.Bulk + "bulk", items.Select(i => i.Work is { } work ? WorkXmlWriter.Write(call.Orcid, work, new(sources)) : ErrorMessage.Xml(i.Error!.For(call.ClientName)))),
        () => new JsonObject
        {
            ["bulk"] = new JsonArray([.. items.Select(i => i.Work is { } work
                ? new JsonObject { ["work"] = WorkJsonWriter.Write(call.Orcid, work, new(sources)) }
                : new JsonObject { ["error"] = ErrorMessage.Json(i.Error!.For(call.ClientName)) })]),
        });

    /// <summary>The names of whoever added these works, as they are now.</summary>
    public SourceNames SourcesOf(RegistryState state, IEnumerable<StoredWork> works) => new(
        options.Value.PayloadBaseUri,
        works.Select(w => w.Source).Distinct().ToDictionary(s => s, s => SourceNames.IsClient(s) ? clients.Find(s)?.Name : state.FindPerson(s)?.PublicName));

    public static bool TryPutCode(string text, out long putCode) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out putCode);

    private static BulkItem BulkItem(RegistryState state, ApiCall call, string putCode)
    {
        TryPutCode(putCode, out var number);
        if (state.FindWork(call.Orcid, number) is not { } work) return new(null, ErrorTexts.Of(9034, $"'{putCode}' is not a valid put code"));
        var error = Access.CheckRead(work, call.Token, call.IsPublic);
        return error is null ? new(work, null) : new(null, error);
    }

    private Reply Show(ApiCall call, Func<RecordView, SourceXml, XElement> xml, Func<RecordView, SourceJson, JsonObject> json)
    {
        var (view, sources, error) = registry.Run(state =>
        {
            var refusal = Open(state, call);
            if (refusal is null && !call.IsPublic && !Scopes.Permit(call.Token!.Scope, Scopes.ReadPublic, Scopes.WorksReadLimited)) refusal = ErrorTexts.Of(9038);
            if (refusal is not null) return (null, SourcesOf(state, []), refusal);
            var seen = ViewOf(state.FindPerson(call.Orcid)!, state, call);
            return ((RecordView?)seen, SourcesOf(state, seen.Works), (ApiError?)null);
        });
        return error is not null || view is null ? call.Error(error ?? ErrorTexts.Of(9016)) : call.Message(200, () => xml(view, new(sources)), () => json(view, new(sources)));
    }

    private static RecordView ViewOf(Person person, RegistryState state, ApiCall call)
    {
        var mayKnowName = person.NameVisibility == "public"
            || (!call.IsPublic && person.NameVisibility == "limited" && Scopes.Permit(call.Token!.Scope, Scopes.PersonReadLimited));
        return new(
            person.Orcid, mayKnowName ? new(person.GivenNames, person.FamilyName, person.CreditName) : null, person.NameVisibility,
            person.CreatedAt, person.LastModifiedAt, [.. state.Works(person.Orcid).Where(w => Access.CheckRead(w, call.Token, call.IsPublic) is null)]);
    }

    /// <summary>The record first, then whether this token opens it.</summary>
    private static ApiError? Open(RegistryState state, ApiCall call) =>
        RecordGate.Check(state.FindPerson(call.Orcid)) ?? (call.IsPublic ? null : Access.CheckOwner(call.Token!, call.Orcid));
}

/// <summary>One place of a bulk: a work or why there is none.</summary>
internal sealed record BulkItem(StoredWork? Work, ApiError? Error);
