using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Security;

/// <summary>Settings <c>Security:*</c>.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>Entra (OpenID Connect, needs <c>AzureAd:*</c>) or Demo (Development only). No default: the portal does not start without it.</summary>
    public string? Mode { get; set; }

    /// <summary><see cref="Mode"/> as the portal understands it; None where it is missing or another word.</summary>
    public SecurityMode SignIn => Enum.GetValues<SecurityMode>().FirstOrDefault(m => m.ToString().Equals(Mode?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The claim that names an account for good; empty: <c>oid</c>, else <c>sub</c>.</summary>
    public string? SubjectClaim { get; set; }

    /// <summary>A claim whose value is the person's id at the institution: it ties the account at once. Empty: the person is asked.</summary>
    public string? PersonClaim { get; set; }

    /// <summary>The folder of the keys that seal cookies and tokens. In Development <c>keys</c> beside the SQLite file; elsewhere it has to be set.</summary>
    public string? KeyFolder { get; set; }

    /// <summary>How long a sign-in lasts without use (default 8 hours).</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long a sign-in lasts at most (default 24 hours).</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan SessionTime { get; set; } = TimeSpan.FromHours(24);
}

/// <summary>How people sign in.</summary>
public enum SecurityMode
{
    /// <summary>Nothing is configured.</summary>
    None,

    /// <summary>Accounts of the demo, in Development only.</summary>
    Demo,

    /// <summary>Microsoft Entra or another OpenID provider, by Microsoft.Identity.Web.</summary>
    Entra,
}
