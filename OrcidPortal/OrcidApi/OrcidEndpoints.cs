using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>Where the registry is.</summary>
public sealed class OrcidEndpoints(IOptions<OrcidOptions> options, IServer server)
{
    /// <summary>The path of the simulator inside the portal.</summary>
    internal const string SimulatorPath = "/simulator";

    private readonly OrcidOptions _options = options.Value;

    /// <summary>The base of authorize, token and revoke; ends with <c>/oauth/</c>.</summary>
    public Uri OAuth => _options.Environment switch
    {
        OrcidEnvironment.Production => new Uri("https://orcid.org/oauth/"),
        OrcidEnvironment.Sandbox => new Uri("https://sandbox.orcid.org/oauth/"),
        OrcidEnvironment.Custom => Ending(_options.OAuthUrl!, "oauth"),
        _ => new Uri(Simulator(), "oauth/"),
    };

    /// <summary>The base of the member API; ends with <c>/v3.0/</c>.</summary>
    public Uri Api => _options.Environment switch
    {
        OrcidEnvironment.Production => new Uri("https://api.orcid.org/v3.0/"),
        OrcidEnvironment.Sandbox => new Uri("https://api.sandbox.orcid.org/v3.0/"),
        OrcidEnvironment.Custom => Ending(_options.ApiUrl!, "v3.0"),
        _ => new Uri(Simulator(), "v3.0/"),
    };

    /// <summary>The base of webhooks: the one part of the member API without a version in its path.</summary>
    public Uri Webhooks => new(Api, "../");

    /// <summary>The base of the public API; ends with <c>/v3.0/</c>.</summary>
    public Uri Public => _options.Environment switch
    {
        OrcidEnvironment.Production => new Uri("https://pub.orcid.org/v3.0/"),
        OrcidEnvironment.Sandbox => new Uri("https://pub.sandbox.orcid.org/v3.0/"),
        OrcidEnvironment.Custom => Ending(_options.PublicUrl!, "v3.0"),
        _ => new Uri(Simulator(), "pub/v3.0/"),
    };

    /// <summary>Whether the simulator inside this portal is meant.</summary>
    public bool IsInsidePortal => _options.Environment == OrcidEnvironment.Simulator && string.IsNullOrWhiteSpace(_options.SimulatorUrl);

    /// <summary>The page of a record, for people to follow; a path of this portal where the simulator is inside it.</summary>
    public string RecordUrl(OrcidId orcid) => IsInsidePortal ? $"{SimulatorPath}/{orcid}" : new Uri(OAuth, $"../{orcid}").ToString();

    private Uri Simulator()
    {
        if (!IsInsidePortal) return WithSlash(_options.SimulatorUrl!);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var own = addresses.FirstOrDefault(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ?? addresses.FirstOrDefault() ?? "http://localhost:5080";
        var binding = BindingAddress.Parse(own);
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : binding.Host;
        return new Uri($"{binding.Scheme}://{host}:{binding.Port}{binding.PathBase}{SimulatorPath}/");
    }

    private static Uri Ending(string url, string segment)
    {
        var uri = WithSlash(url);
        return uri.AbsolutePath.EndsWith($"/{segment}/", StringComparison.OrdinalIgnoreCase) ? uri : new Uri(uri, segment + "/");
    }

    private static Uri WithSlash(string url) => new(url.Trim().TrimEnd('/') + "/");
}
