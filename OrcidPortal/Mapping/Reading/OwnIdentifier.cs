using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Mapping.Reading;

/// <summary>Gives a work or funding without an identifier of its own one that no other has, so that ORCID can refuse a second copy of it (9021).</summary>
internal static class OwnIdentifier
{
    /// <summary>Its address where it has one, else its page here; only a work with neither gets the number of its record.</summary>
    /// <returns>Null where there is nothing to name it by.</returns>
    internal static ExternalId? For(RecordKind kind, RecordFields fields, MappingContext context, IReadOnlyList<ExternalId> others)
    {
        if (WebAddress.TryRead(fields.Url, out var url) && OfAddress(url) is var own && others.All(o => o.Key != own.Key)) return own;
        if (kind == RecordKind.Funding) return WebAddress.TryRead(context.LandingPage, out var address) ? new ExternalId("uri", address, Relationship.Self, address) : null;
        return Number(context);
    }

    /// <summary>The number of its record here; null where this installation has no id.</summary>
    internal static ExternalId? Number(MappingContext context)
    {
        if (string.IsNullOrWhiteSpace(context.InstanceId)) return null;
        var page = WebAddress.TryRead(context.LandingPage, out var landing) ? landing : null;
        return new ExternalId("source-work-id", $"{PlainText.Fold(context.InstanceId)}:{context.RecordId:D}".ToLowerInvariant(), Relationship.Self, page);
    }

    /// <summary>An address at a resolver is the identifier it resolves.</summary>
    private static ExternalId OfAddress(string url)
    {
        var uri = new Uri(url);
        var path = Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/');
        return uri.Host.ToLowerInvariant() switch
        {
            "doi.org" or "dx.doi.org" or "www.doi.org" when Doi.TryParse(path, out var doi) => new ExternalId("doi", doi.Value, Relationship.Self, doi.Url),
            "hdl.handle.net" when path.Contains('/', StringComparison.Ordinal) && !path.EndsWith('/') => new ExternalId("handle", path, Relationship.Self, url),
            _ => new ExternalId("uri", url, Relationship.Self, url),
        };
    }
}
