using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>There is no such record.</summary>
internal static class UnknownScreen
{
    public static Screen Build(HttpContext http, string prefix, string orcid) => new(prefix, "Record not found", $"""
        <p class="fault" role="alert">The simulator has no record {Text(orcid)}.</p>
        <p>It was reset, or the iD is one of another registry. <a href="{Text(http.Request.PathBase + prefix)}/">See the accounts that are here</a>.</p>
        """);
}
