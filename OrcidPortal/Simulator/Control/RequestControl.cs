using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Reads requests for permission as the person would.</summary>
internal sealed class RequestControl(Registry registry)
{
    public Task ReadAsync(HttpContext http)
    {
        var orcid = RecordControl.OrcidOf(http);
        var isRead = registry.Run(state =>
        {
            if (!ItemReads.TryPutCode((string)http.GetRouteValue("id")!, out var id) || state.FindPermissionRequest(orcid, id) is not { } request) return false;
            state.Save(orcid, request with { ReadAt = request.ReadAt ?? registry.Now });
            return true;
        });
        return isRead ? ControlJson.DoneAsync(http) : ControlJson.RefuseAsync(http, 404, "There is no such request on the record.");
    }
}
