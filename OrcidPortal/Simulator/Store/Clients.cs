using Microsoft.Extensions.Options;

namespace OrcidPortal.Simulator.Store;

/// <summary>The clients of the registry, by id.</summary>
internal sealed class Clients
{
    private readonly Dictionary<string, SimulatorClient> byId = new(StringComparer.Ordinal);

    public Clients(IOptions<SimulatorOptions> options)
    {
        foreach (var client in SimulatorClient.Always.Concat(options.Value.Clients)) byId[client.Id] = client;
    }

    public SimulatorClient? Find(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    /// <summary>Learns of a client that is named on an imported record. It has no secret, so nobody can be it.</summary>
    public void Meet(RegistryState state, string id, string name)
    {
        if (Find(id) is null) byId[id] = new() { Id = id, Name = name };
    }

    public string NameOf(string? id) => Find(id)?.Name ?? "the client application";
}
