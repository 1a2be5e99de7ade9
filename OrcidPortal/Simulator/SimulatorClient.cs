namespace OrcidPortal.Simulator;

/// <summary>A client registered with the simulator: an organisation's (member) or anybody's (public).</summary>
internal sealed record SimulatorClient
{
    /// <summary>The portal's own client in a demo.</summary>
    public const string PortalId = "APP-ORCIDPORTALDEMO1";

    /// <summary>Stands for everybody else who adds works to records.</summary>
    public const string CrossrefId = "APP-CROSSREFDEMO0001";

    /// <summary><c>APP-</c> and 16 letters or digits: ORCID's schema admits nothing else.</summary>
    public string Id { get; init; } = "";

    public string Secret { get; init; } = "";

    /// <summary>The name people see on the consent page and as the source of a work.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where the browser may be sent back to: scheme, host and port must be equal (a port of <c>*</c> admits any), the path must begin so.</summary>
    public IList<string> RedirectUris { get; init; } = [];

    /// <summary>Whether it may only sign people in and read what is public (default false: a member).</summary>
    public bool IsPublic { get; init; }

    /// <summary>What it may ask for; null: everything that its kind may.</summary>
    public IList<string>? Scopes { get; init; }

    /// <summary>Whether the registry's staff have locked it.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether it was given up.</summary>
    public bool IsDeactivated { get; init; }

    public static IEnumerable<SimulatorClient> Always =>
    [
        new()
        {
            Id = PortalId, Secret = "simulator-secret", Name = "OrcidPortal demo",
            RedirectUris = ["http://localhost:*/", "https://localhost:*/", "http://127.0.0.1:*/", "http://[::1]:*/"],
        },
        new() { Id = CrossrefId, Secret = "simulator-secret", Name = "Crossref", RedirectUris = ["http://localhost:*/"] },
    ];

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"Client {Id}";
}
