using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Simulator;

/// <summary>How much the registry takes from one caller. The defaults are ORCID's; off unless switched on.</summary>
internal sealed record LimitOptions
{
    [Description("Whether there are any (default false).")]
    public bool Enabled { get; init; }

    [Description("Requests a second to the member API, from one client (default 24).")]
    [Range(1, 10_000)]
    public int MemberPerSecond { get; init; } = 24;

    [Description("Requests a second to the public API, from one client or address (default 12).")]
    [Range(1, 10_000)]
    public int PublicPerSecond { get; init; } = 12;

    [Description("How many requests may wait for their turn; further ones are refused with 503 (default 40).")]
    [Range(0, 10_000)]
    public int Burst { get; init; } = 40;

    [Description("Requests a second for tokens, from one address (default 48).")]
    [Range(1, 10_000)]
    public int TokenPerSecond { get; init; } = 48;

    [Description("How many requests for tokens may wait (default 75).")]
    [Range(0, 10_000)]
    public int TokenBurst { get; init; } = 75;

    [Description("Requests a day to the public API without a token, from one address; further ones are refused with 429 (default 100000).")]
    [Range(0, int.MaxValue)]
    public int AnonymousPerDay { get; init; } = 100_000;
}
