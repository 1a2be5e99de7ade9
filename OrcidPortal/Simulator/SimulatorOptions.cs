using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace OrcidPortal.Simulator;

/// <summary>Settings of the simulator, section <c>Simulator</c>.</summary>
internal sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    /// <summary>Where the state is kept, relative to the content root (default <c>App_Data/simulator.json</c>); empty: in memory only.</summary>
    public string StateFile { get; set; } = "App_Data/simulator.json";

    /// <summary>The registry's address as it stands in messages. ORCID's schemas admit hosts of orcid.org only (default the sandbox).</summary>
    [Required, Url]
    public string PayloadBaseUri { get; set; } = "https://sandbox.orcid.org";

    /// <summary>How long an authorization code may wait to be exchanged (default a day, ORCID's setting).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a token lives, in seconds (default ORCID's twenty years).</summary>
    [Range(1, int.MaxValue)]
    public int TokenLifetimeSeconds { get; set; } = 631138518;

    /// <summary>Whether reading a closed record is refused (9044), as its documents say, or shows what is left of it, as the registry was seen to do (default).</summary>
    public bool RefuseDeactivated { get; set; }

    /// <summary>How long a token lives that goes straight to the browser (implicit), in seconds (default ten minutes).</summary>
    [Range(1, int.MaxValue)]
    public int ImplicitTokenLifetimeSeconds { get; set; } = 600;

    /// <summary>Whose words errors of the token endpoint have (default the registry's own server, up to 2025).</summary>
    public OAuthErrorProfile OAuthErrorProfile { get; set; } = OAuthErrorProfile.Legacy;

    /// <summary>How often clients are called back about changed records (default five minutes, ORCID's setting; at least a second).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan WebhookInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a failed call-back waits; doubled with each further failure (default ten minutes, ORCID's setting).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan WebhookRetryDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a call-back may take until it counts as failed (default ten seconds).</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether the API refuses plain HTTP, as ORCID does (default false).</summary>
    public bool RequireHttps { get; set; }

    /// <summary>How much is taken from one caller (default: no limits).</summary>
    [ValidateObjectMembers]
    public LimitOptions Limits { get; set; } = new();

    /// <summary>Further clients, beside the two that are always there. One with the id of those takes its place.</summary>
    public IList<SimulatorClient> Clients { get; } = [];
}
