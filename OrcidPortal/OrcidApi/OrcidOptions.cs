using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.OrcidApi;

/// <summary>Settings <c>Orcid:*</c>.</summary>
public sealed class OrcidOptions
{
    public const string Section = "Orcid";

    /// <summary>Simulator, Sandbox, Production or Custom (default Simulator).</summary>
    [EnumDataType(typeof(OrcidEnvironment))]
    public OrcidEnvironment Environment { get; set; } = OrcidEnvironment.Simulator;

    /// <summary>The client id ORCID gave the institution, <c>APP-</c> and sixteen characters. Has a default for the simulator only.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that belongs to it. Has a default for the simulator only.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>For Custom: the web host, with or without <c>/oauth</c>.</summary>
    public string? OAuthUrl { get; set; }

    /// <summary>For Custom: the member API, with or without <c>/v3.0</c>.</summary>
    public string? ApiUrl { get; set; }

    /// <summary>For Custom: the public API, with or without <c>/v3.0</c>.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>For Simulator: where it runs by itself, such as <c>http://localhost:5081</c>; empty: inside this portal.</summary>
    public string? SimulatorUrl { get; set; }

    /// <summary>Calls a second at most (default 24, ORCID's limit for members).</summary>
    [Range(1, 1000)]
    public int RequestsPerSecond { get; set; } = 24;

    /// <summary>Calls that may wait at ORCID before it refuses any (default 40, ORCID's burst). The portal lets a quarter of a second's calls wait there, the others here.</summary>
    [Range(1, 100_000)]
    public int Burst { get; set; } = 40;

    /// <summary>Calls a second at most on the public API, with which records are read whose person's permission was rejected (default 12, ORCID's limit; the burst is <see cref="Burst"/>).</summary>
    [Range(1, 1000)]
    public int PublicRequestsPerSecond { get; set; } = 12;

    /// <summary>Calls on the public API within 24 hours at most (default 100,000, ORCID's limit); then reading waits. 0: nobody is read without their permission.</summary>
    [Range(0, 10_000_000)]
    public int PublicReadsPerDay { get; set; } = 100_000;

    /// <summary>How long one call may take (default 30 seconds; 1 second to 10 minutes).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The permissions people are asked for, separated by blanks.</summary>
    [Required]
    public string Scopes { get; set; } = "/authenticate /read-limited /activities/update";

    /// <summary>The name under which tables keep what belongs to this registry: <c>Simulator</c>, <c>Sandbox</c>, <c>Production</c>, or the host of a custom one.</summary>
    public string EnvironmentName => Environment == OrcidEnvironment.Custom && Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api)
        ? $"Custom:{api.Authority}"
        : Environment.ToString();
}
