using Microsoft.Net.Http.Headers;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>The six media types of the API, in the server's order of preference.</summary>
internal sealed record MediaType(string Name, bool IsJson)
{
    public static readonly MediaType Default = new("application/vnd.orcid+xml", false);

    private static readonly MediaType[] Offered =
    [
        Default, new("application/vnd.orcid+json", true), new("application/orcid+xml", false), new("application/orcid+json", true),
        new("application/xml", false), new("application/json", true),
    ];

    public string ContentType => Name + ";charset=UTF-8";

    /// <returns>What the client likes best of what there is; null when it likes none (406).</returns>
    public static MediaType? Negotiate(IList<MediaTypeHeaderValue> accept)
    {
        if (accept.Count == 0) return Default;
        return Offered
            .Select((type, order) => (type, order, Quality: accept.Where(a => Admits(a, type)).Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max()))
            .Where(o => o.Quality > 0)
            .OrderByDescending(o => o.Quality).ThenBy(o => o.order)
            .Select(o => o.type)
            .FirstOrDefault();
    }

    /// <summary>Whether a client that could have a page for people likes the API's languages better; one that names neither gets the page.</summary>
    public static bool PrefersApi(IList<MediaTypeHeaderValue> accept)
    {
        return Best(a => Offered.Any(o => a.MediaType.Equals(o.Name, StringComparison.OrdinalIgnoreCase)))
            > Best(a => a.MatchesAllTypes || (a.Type.Equals("text", StringComparison.OrdinalIgnoreCase) && (a.MatchesAllSubTypes || a.SubType.Equals("html", StringComparison.OrdinalIgnoreCase))));

        double Best(Func<MediaTypeHeaderValue, bool> named) => accept.Where(named).Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max();
    }

    /// <returns>What a body is, by its content type; null when the API does not read that (415).</returns>
    public static MediaType? OfBody(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) ? Offered.FirstOrDefault(o => type.MediaType.Equals(o.Name, StringComparison.OrdinalIgnoreCase)) : null;

    private static bool Admits(MediaTypeHeaderValue accept, MediaType type) =>
        accept.MatchesAllTypes
        || (accept.MatchesAllSubTypes && accept.Type.Equals("application", StringComparison.OrdinalIgnoreCase))
        || accept.MediaType.Equals(type.Name, StringComparison.OrdinalIgnoreCase);
}
