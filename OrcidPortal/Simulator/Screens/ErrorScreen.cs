using OrcidPortal.Simulator.OAuth;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>A request that cannot be put to a person. The client is not told: it might not be who it says.</summary>
internal static class ErrorScreen
{
    public static Screen Build(string prefix, AuthorizeFault fault, string? lang = null) => new(prefix, "This request cannot be completed", $"""
        <p class="fault" role="alert">{Text(fault.Error)}: {Text(fault.Description)}</p>
        <p>The application that sent you here made a mistake in its request. Please go back to it and tell its support.</p>
        """) { Lang = Languages.Tag(lang) };
}
