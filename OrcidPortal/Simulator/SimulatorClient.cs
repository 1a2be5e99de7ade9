namespace OrcidPortal.Simulator;

/// <summary>A member client registered with the simulator.</summary>
internal sealed class SimulatorClient
{
    /// <summary>The portal's own client in a demo.</summary>
    public const string PortalId = "APP-ORCIDPORTALDEMO1";

    /// <summary>Stands for everybody else who adds works to records.</summary>
    public const string CrossrefId = "APP-CROSSREFDEMO0001";

    /// <summary><c>APP-</c> and 16 letters or digits: ORCID's schema admits nothing else.</summary>
    public string Id { get; set; } = "";

    public string Secret { get; set; } = "";

    /// <summary>The name people see on the consent page and as the source of a work.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where the browser may be sent back to: scheme, host and port must be equal (a port of <c>*</c> admits any), the path must begin so.</summary>
    public IList<string> RedirectUris { get; init; } = [];

    public static IEnumerable<SimulatorClient> Always =>
    [
        new()
        {
            Id = PortalId, Secret = "simulator-secret", Name = "OrcidPortal demo",
            RedirectUris = ["http://localhost:*/", "https://localhost:*/", "http://127.0.0.1:*/", "http://[::1]:*/"],
        },
        new() { Id = CrossrefId, Secret = "simulator-secret", Name = "Crossref", RedirectUris = ["http://localhost:*/"] },
    ];
}
