using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>Which path of the API does what, by HTTP verb.</summary>
internal sealed class Routes(RecordReads records, ItemReads items, ItemWrites writes, RegistryReads registry, PermissionRequests requests)
{
    private static readonly Dictionary<string, Func<ApiCall, Reply>> Nothing = [];

    /// <param name="path">What stands after the version.</param>
    /// <param name="isPublic">Whether it is the public API, which lacks some.</param>
    /// <returns>What may be done there; nothing: there is no such place.</returns>
    public IReadOnlyDictionary<string, Func<ApiCall, Reply>> Find(string[] path, bool isPublic) => path switch
    {
        [_, "summary" or "notification-permission", ..] when isPublic => Nothing,
        ["search"] => Get(registry.Search),
        ["expanded-search"] => Get(registry.ExpandedSearch),
        ["identifiers"] => Get(RegistryReads.IdentifierTypes),
        ["client", var id] => Get(c => registry.Client(c, id)),
        [_] or [_, "record"] => Get(records.Record),
        [_, "person"] => Get(records.Person),
        [_, "personal-details"] => Get(records.PersonalDetails),
        [_, "biography"] => Get(records.Biography),
        [_, "email"] => Get(records.Emails),
        [_, "activities"] => Get(records.Activities),
        [_, "summary"] => Get(records.Summary),
        [_, "notification-permission"] => new Dictionary<string, Func<ApiCall, Reply>> { ["GET"] = requests.List, ["POST"] = requests.Add },
        [_, "notification-permission", var id] => new Dictionary<string, Func<ApiCall, Reply>> { ["GET"] = c => requests.One(c, id), ["DELETE"] = c => requests.Archive(c, id) },
        [_, .. var rest] => RecordSections.All.Select(s => InSection(s, rest)).FirstOrDefault(f => f.Count > 0) ?? Nothing,
        [] => Nothing,
    };

    private Dictionary<string, Func<ApiCall, Reply>> InSection(Section section, string[] path)
    {
        Dictionary<string, Func<ApiCall, Reply>> found = [];
        if (path is [var list] && list == section.ListPath) found["GET"] = c => records.List(c, section);
        if (path is [var one] && one == section.ItemPath) found["POST"] = c => writes.Add(c, section);
        if (section.HasBulk && path is [var bulk] && bulk == section.ListPath) found["POST"] = c => writes.AddBulk(c, section);
        if (section.HasBulk && path is [var several, var putCodes] && several == section.ListPath) found["GET"] = c => items.Bulk(c, section, putCodes);
        if (path is [var brief, "summary", var summarised] && brief == section.ItemPath && !section.IsPersonal) found["GET"] = c => items.One(c, section, summarised, isSummary: true);
        if (path is [var single, var putCode] && single == section.ItemPath)
        {
            found["GET"] = c => items.One(c, section, putCode, isSummary: false);
            found["PUT"] = c => writes.Update(c, section, putCode);
            found["DELETE"] = c => writes.Remove(c, section, putCode);
        }
        return found;
    }

    private static Dictionary<string, Func<ApiCall, Reply>> Get(Func<ApiCall, Reply> act) => new() { ["GET"] = act };
}
