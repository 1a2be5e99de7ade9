using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>A record that shows nothing any more, and why.</summary>
internal static class ClosedScreen
{
    public static Screen Build(HttpContext http, string prefix, Person person)
    {
        var root = Text(http.Request.PathBase + prefix);
        var why = person.Standing switch
        {
            RecordStanding.Locked => "This record is locked by the registry's staff. Nothing on it can be read or changed.",
            RecordStanding.Deactivated => "This record was closed by its owner. Only the iD is left.",
            _ => $"""This record was merged into another one of the same person: <a href="{root}/{Text(person.PrimaryOrcid)}">{Text(person.PrimaryOrcid)}</a>.""",
        };
        return new(prefix, person.Orcid, $"""
            <p>{why}</p>
            <p><a href="{root}/">All accounts of the simulator</a></p>
            """);
    }
}
