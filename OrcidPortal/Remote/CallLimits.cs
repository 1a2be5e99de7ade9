using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>How often one of ORCID's APIs may be called.</summary>
/// <param name="Key">Of the row that all processes share; up to 140 characters.</param>
/// <param name="PerSecond">Calls a second.</param>
/// <param name="Burst">So many more may wait at ORCID before it refuses any.</param>
/// <param name="PerDay">Calls within 24 hours; null: any number.</param>
/// <param name="Api">What figures call it; null: the member API, of which most speak.</param>
public sealed record CallLimits(string Key, int PerSecond, int Burst, int? PerDay = null, string? Api = null)
{
    /// <summary>Of the member API: 24 calls a second for all people's tokens together.</summary>
    public static CallLimits OfMembers(OrcidOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new($"{options.EnvironmentName}|{options.ClientId}", options.RequestsPerSecond, options.Burst);
    }

    /// <summary>Of the public API: 12 calls a second, and so many a day.</summary>
    public static CallLimits OfPublic(OrcidOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new($"public|{options.EnvironmentName}|{options.ClientId}", options.PublicRequestsPerSecond, options.Burst, options.PublicReadsPerDay, "public");
    }
}
