using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>What the portal offers and who may use it, as the running portal says itself.</summary>
internal static class AccessMatrix
{
    public const string Anyone = "anyone";

    /// <summary>Whoever is signed in, because nothing else is said.</summary>
    public const string Fallback = "signed in (nothing said)";

    private static readonly string[] VerbRooms = ["Records", "Connect", "Push", "Pull", "Sources", "Curation"];

    /// <summary>Every endpoint as <c>METHODS /pattern</c> with who may use it; pages are endpoints too. The simulator's and the framework's own are grouped.</summary>
    public static IReadOnlyDictionary<string, string> Endpoints(PortalApp app)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } some ? string.Join(',', some.Order()) : "ANY";
            var who = Who(endpoint.Metadata);
            var name = Name(methods, "/" + endpoint.RoutePattern.RawText?.TrimStart('/'), who);
            found[name] = found.TryGetValue(name, out var known) && known != who ? $"{known} / {who}" : who;
        }
        return found;
    }

    /// <summary>Every page component with its routes and who may see it.</summary>
    public static IReadOnlyDictionary<string, string> Pages() => typeof(Program).Assembly.GetTypes()
        .Where(t => t.GetCustomAttributes<RouteAttribute>().Any())
        .ToDictionary(t => t.Name, t => Who([.. t.GetCustomAttributes(inherit: true)]), StringComparer.Ordinal);

    /// <summary>Every public method of the rooms' verbs that is told who acts.</summary>
    public static IReadOnlyList<string> Verbs() =>
    [
        .. typeof(Program).Assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsSealed: true } && VerbRooms.Any(r => t.Namespace == $"OrcidPortal.{r}" || t.Namespace?.StartsWith($"OrcidPortal.{r}.", StringComparison.Ordinal) == true))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Actor) || p.ParameterType == typeof(SignedIn)))
            .Where(m => !m.IsSpecialName && m.DeclaringType!.GetMethod("<Clone>$") is null)
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static string Who(EndpointMetadataCollection metadata) => Who([.. metadata]);

    private static string Who(IReadOnlyList<object> metadata)
    {
        if (metadata.OfType<IAllowAnonymous>().Any()) return Anyone;
        var policies = metadata.OfType<IAuthorizeData>().Select(a => a.Policy ?? "signed in").Concat(metadata.OfType<AuthorizationPolicy>().Select(_ => "own policy")).Distinct().Order(StringComparer.Ordinal).ToList();
        return policies.Count == 0 ? Fallback : string.Join('+', policies);
    }

    // Hundreds of files and the simulator's own world: one line each is what there is to review.
    private static string Name(string methods, string pattern, string who) => pattern switch
    {
        _ when pattern.StartsWith("/simulator", StringComparison.Ordinal) => "ANY /simulator/**",
        _ when pattern.StartsWith("/_content/", StringComparison.Ordinal) || (pattern.StartsWith("/_framework/", StringComparison.Ordinal) && pattern.Contains('.', StringComparison.Ordinal)) => "GET files of packages",
        _ when who == Anyone && !pattern.Contains('{', StringComparison.Ordinal) && Path.HasExtension(pattern) && !pattern.StartsWith("/openapi", StringComparison.Ordinal) => "GET own files",
        _ => $"{methods} {pattern}",
    };
}
