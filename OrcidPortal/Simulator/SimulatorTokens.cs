using OrcidPortal.Simulator.OAuth;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator;

/// <summary>Lets a host that carries the simulator connect a sample account without a browser.</summary>
public sealed class SimulatorTokens
{
    private readonly Registry registry;
    private readonly Clients clients;
    private readonly TokenIssuer issuer;

    internal SimulatorTokens(Registry registry, Clients clients, TokenIssuer issuer)
    {
        this.registry = registry;
        this.clients = clients;
        this.issuer = issuer;
    }

    /// <summary>Gives a client a token, as if the person had clicked through the consent page.</summary>
    /// <param name="orcid">The sixteen characters of an iD that the simulator knows.</param>
    /// <param name="clientId">A client of the simulator; null: the portal's default client.</param>
    /// <param name="scopes">Separated by blanks.</param>
    /// <returns>The access token; null when there is no such person or client.</returns>
    public string? Grant(string orcid, string? clientId, string scopes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scopes);
        var client = clients.Find(clientId ?? SimulatorClient.PortalId);
        return registry.Run(state => client is null || state.FindPerson(orcid) is null ? null : issuer.NewToken(state, client.Id, orcid, scopes).Value);
    }
}
