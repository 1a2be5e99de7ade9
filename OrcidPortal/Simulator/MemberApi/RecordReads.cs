using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>Reading a record, its larger parts and its lists. What the caller may not see is left out in silence.</summary>
internal sealed class RecordReads(Registry registry, ItemSources sources, IOptions<SimulatorOptions> options)
{
    public Reply Record(ApiCall call) => Show(call, nodes => nodes.Record);
    public Reply Person(ApiCall call) => Show(call, nodes => nodes.Person);
    public Reply PersonalDetails(ApiCall call) => Show(call, nodes => nodes.PersonalDetails);
    public Reply Emails(ApiCall call) => Show(call, nodes => nodes.Emails, Scopes.EmailReadPrivate);
    public Reply Activities(ApiCall call) => Show(call, nodes => nodes.Activities);
    public Reply List(ApiCall call, Section section) => Show(call, nodes => nodes.List(section), section.ReadScope);
    public Reply Summary(ApiCall call) => Look(call, [], view => call.Message(200, SummaryXml.Of(view)));

    /// <summary>The one part of a person that may be missing altogether (9041), or be there and not for this caller.</summary>
    public Reply Biography(ApiCall call) => Look(call, [Scopes.PersonReadLimited], view =>
    {
        if (string.IsNullOrWhiteSpace(view.Person.Biography)) return call.Error(ErrorTexts.Of(9041));
        return Access.CheckRead(view.Person.BiographyVisibility, isOwn: false, Scopes.PersonReadLimited, call.Viewer) is { } refusal
            ? call.Error(refusal)
            : call.Message(200, new RecordNodes(view).Biography);
    });

    /// <summary>The record first, then whether this token opens it.</summary>
    public ApiError? Open(RegistryState state, ApiCall call) =>
        RecordGate.Check(state.FindPerson(call.Orcid), call.Token?.ClientId, registry.Now, isReading: true, options.Value)
        ?? (call.IsPublic ? null : Access.CheckOwner(call.Token!, call.Orcid));

    private Reply Show(ApiCall call, Func<RecordNodes, Node> choose, params string[] scopes) =>
        Look(call, scopes, view => call.Message(200, choose(new(view))));

    private Reply Look(ApiCall call, string[] scopes, Func<RecordView, Reply> answer)
    {
        var (view, error) = registry.Run(state =>
        {
            var refusal = Open(state, call);
            if (refusal is null && !call.IsPublic) refusal = Access.CheckScope(call.Token!, [Scopes.ReadPublic, Scopes.ActivitiesReadLimited, .. scopes]);
            return refusal is null ? (View(state, call), null) : ((RecordView?)null, refusal);
        });
        return view is null ? call.Error(error!) : answer(view);
    }

    private RecordView View(RegistryState state, ApiCall call)
    {
        var person = state.FindPerson(call.Orcid)!;
        var items = state.Items(person.Orcid).Where(i => Access.CheckRead(i, call.Viewer) is null).ToLookup(i => i.Section);
        return new(
            person, MaySee(person.NameVisibility, Scopes.PersonReadLimited), !string.IsNullOrWhiteSpace(person.Biography) && MaySee(person.BiographyVisibility, Scopes.PersonReadLimited),
            [.. person.Emails.Where(e => e.Verified && MaySeeAddress(e))], items, sources.Of(state, items.SelectMany(i => i).Select(i => i.Source).Append(person.Orcid)));

        bool MaySee(string visibility, string scope) => Access.CheckRead(visibility, isOwn: false, scope, call.Viewer) is null;

        bool MaySeeAddress(EmailAddress email) =>
            MaySee(email.Visibility, Scopes.PersonReadLimited) || (!call.IsPublic && Scopes.Permit(call.Token!.Scope, Scopes.EmailReadPrivate));
    }
}
