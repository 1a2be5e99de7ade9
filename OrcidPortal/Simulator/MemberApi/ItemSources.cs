using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>The names of whoever added things to records, as they are now.</summary>
internal sealed class ItemSources(Clients clients, IOptions<SimulatorOptions> options)
{
    public SourceNames Of(RegistryState state, IEnumerable<string> ids) => new(
        options.Value.PayloadBaseUri,
        ids.Distinct().ToDictionary(s => s, s => SourceNames.IsClient(s) ? clients.Find(s)?.Name : state.FindPerson(s)?.PublicName));
}
