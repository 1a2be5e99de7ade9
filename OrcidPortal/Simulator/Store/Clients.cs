using Microsoft.Extensions.Options;

namespace OrcidPortal.Simulator.Store;

/// <summary>The clients of the registry, by id: those made or changed while it runs, before the configured ones, before the two that are always there.</summary>
internal sealed class Clients
{
    private readonly Registry registry;
    private readonly Dictionary<string, SimulatorClient> given = new(StringComparer.Ordinal);

    public Clients(IOptions<SimulatorOptions> options, Registry registry)
    {
        this.registry = registry;
        foreach (var client in SimulatorClient.Always.Concat(options.Value.Clients)) given[client.Id] = client;
    }

    /// <summary>All, in the order of their ids.</summary>
    public IReadOnlyList<SimulatorClient> All => registry.Run(state => given.Values
        .Where(c => state.FindClient(c.Id) is null).Concat(state.Clients)
        .OrderBy(c => c.Id, StringComparer.Ordinal).ToList());

    public SimulatorClient? Find(string? id) => id is null ? null : registry.Run(state => state.FindClient(id)) ?? given.GetValueOrDefault(id);

    /// <summary>Learns of a client that is named on an imported record. It has no secret, so nobody can be it.</summary>
    public void Meet(RegistryState state, string id, string name)
    {
        if (Find(id) is null) state.Save(new SimulatorClient { Id = id, Name = name });
    }

    public string NameOf(string? id) => Find(id)?.Name ?? "the client application";

    /// <summary>Takes the place of the one with the same id, if there is one.</summary>
    public void Save(SimulatorClient client) => registry.Run(state => state.Save(client));
}
