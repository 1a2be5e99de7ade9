using System.ComponentModel;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Says which organisations the registry knows. Unsaid, every identifier of the right shape is known.</summary>
internal sealed class OrganizationControl(Registry registry)
{
    public async Task SayAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<Said>(http) is not { } asked) return;
        if (string.IsNullOrWhiteSpace(asked.Source) || string.IsNullOrWhiteSpace(asked.Identifier)) await ControlJson.RefuseAsync(http, 400, "An organisation needs source and identifier.");
        else
        {
            registry.Run(state => state.SayOrganization(asked.Source.Trim(), asked.Identifier.Trim(), asked.Known));
            await ControlJson.DoneAsync(http);
        }
    }

    internal sealed record Said(
        [property: Description("ROR, FUNDREF, GRID, RINGGOLD, LEI, or any other list for which the identifier shall count.")] string? Source,
        [property: Description("As messages write it.")] string? Identifier,
        [property: Description("Whether the registry knows it; without it what was said is taken back.")] bool? Known = null);
}
