using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>One place of a bulk: an item or why there is none.</summary>
internal sealed record BulkPlace(StoredItem? Item, ApiError? Error)
{
    public static Branch Message(ApiCall call, IReadOnlyList<BulkPlace> places, SourceNames names)
    {
        var xml = new ItemXml(new(names));
        return new(Names.Bulk + "bulk", null, new Many("bulk", places.Select(p => p.Item is { } item ? xml.Whole(call.Orcid, item) : ErrorMessage.Of(p.Error!.For(call.ClientName))), IsWrapped: true));
    }
}
