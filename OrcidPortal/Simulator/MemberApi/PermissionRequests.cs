using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>Requests in a person's inbox by which a client asks to be let in. A client sees its own only.</summary>
internal sealed class PermissionRequests(Registry registry, ItemSources sources, IOptions<SimulatorOptions> options)
{
    private const int MostListed = 1000;
    private const string Path = "notification-permission";
    private static readonly XName Name = Names.Notification + "notification";

    public Reply Add(ApiCall call)
    {
        var posted = call.Body!.AsItem(Name, NotificationSchema.Notification);
        if (posted.Error is { } malformed) return call.Error(malformed);
        var (putCode, error) = registry.Run(state =>
        {
            var refusal = Open(state, call)
                ?? (posted.Value!.PutCode is null ? null : ErrorTexts.Of(9024))
                ?? (state.FindPerson(call.Orcid)!.TakesRequests ? null : ErrorTexts.Of(9032, null, ("orcid", call.Orcid)));
            if (refusal is not null) return (0L, refusal);
            var said = ContentCopy.Tidied(posted.Value!.Item, NotificationSchema.Notification);
            var request = new PermissionRequest(state.NextPutCode(), call.Token!.ClientId, said.ToString(SaveOptions.DisableFormatting), registry.Now);
            state.Save(call.Orcid, request);
            return (request.PutCode, (ApiError?)null);
        });
        return error is not null ? call.Error(error) : call.Created($"{Path}/{putCode}");
    }

    public Reply List(ApiCall call)
    {
        var (found, names, error) = registry.Run(state =>
        {
            var refusal = Open(state, call);
            var own = refusal is null ? state.PermissionRequests(call.Orcid).Where(r => r.ClientId == call.Token!.ClientId).Take(MostListed).ToList() : [];
            return (own, NamesFor(state, call), refusal);
        });
        return error is not null
            ? call.Error(error)
            : call.Message(200, new Branch(Names.Notification + "notifications", null, new Many("notification", found.Select(r => Show(r, names)))));
    }

    public Reply One(ApiCall call, string id) => Take(call, id, (_, request) => (request, null));

    /// <summary>Takes a request back, unless it has been read.</summary>
    public Reply Archive(ApiCall call, string id) => Take(call, id, (state, request) =>
    {
        if (request.ReadAt is not null) return (null, ErrorTexts.Of(9009));
        var archived = request with { ArchivedAt = request.ArchivedAt ?? registry.Now };
        state.Save(call.Orcid, archived);
        return (archived, null);
    });

    private Reply Take(ApiCall call, string id, Func<RegistryState, PermissionRequest, (PermissionRequest?, ApiError?)> act)
    {
        var (request, names, error) = registry.Run(state =>
        {
            if (Open(state, call) is { } refusal) return (null, NamesFor(state, call), refusal);
            var found = ItemReads.TryPutCode(id, out var putCode) ? state.FindPermissionRequest(call.Orcid, putCode) : null;
            var (taken, fault) = found is null || found.ClientId != call.Token!.ClientId
                ? (null, ErrorTexts.Of(9029, null, ("id", id), ("orcid", call.Orcid)))
                : act(state, found);
            return (taken, NamesFor(state, call), fault);
        });
        return request is null ? call.Error(error!) : call.Message(200, Show(request, names));
    }

    private static Leaf Show(PermissionRequest request, SourceNames names)
    {
        var shown = XElement.Parse(request.Xml, LoadOptions.PreserveWhitespace);
        shown.Add(new XAttribute("put-code", request.PutCode.ToString(CultureInfo.InvariantCulture)));
        shown.Add(SourceXml.Date(Names.Common + "created-date", request.CreatedAt), SourceXml.Date(Names.Common + "sent-date", request.CreatedAt));
        if (request.ReadAt is { } read) shown.Add(SourceXml.Date(Names.Common + "read-date", read));
        if (request.ArchivedAt is { } archived) shown.Add(SourceXml.Date(Names.Common + "archived-date", archived));
        shown.Add(new SourceXml(names).Of(request.ClientId));
        return new(shown, NotificationSchema.Notification);
    }

    private SourceNames NamesFor(RegistryState state, ApiCall call) => sources.Of(state, call.Token is null ? [] : [call.Token.ClientId]);

    /// <summary>The client's own token will do: it is about to ask for the person's.</summary>
    private ApiError? Open(RegistryState state, ApiCall call) => call.IsPublic
        ? ErrorTexts.Of(9017)
        : RecordGate.Check(state.FindPerson(call.Orcid), call.Token!.ClientId, registry.Now, call.IsReading, options.Value)
            ?? Access.CheckOwner(call.Token, call.Orcid)
            ?? Access.CheckScope(call.Token, [Scopes.PremiumNotification]);
}
