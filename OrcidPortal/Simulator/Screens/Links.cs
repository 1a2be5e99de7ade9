using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Screens;

/// <summary>Addresses that a page may link to: what clients posted could be anything, so only web addresses count.</summary>
internal static class Links
{
    /// <returns>The address itself when it is one of the web, else null.</returns>
    public static string? Safe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;

    /// <returns>The identifier's own link, else one made of its type's resolver; null when there is neither.</returns>
    public static string? Of(XElement id)
    {
        if (Safe(id.Text(Names.Common + "external-id-url")) is { } own) return own;
        var normalised = IdentifierTypes.Normalise(ItemKeys.TypeOf(id), ItemKeys.ValueOf(id));
        return normalised is not null && Vocabulary.IdentifierTypes[ItemKeys.TypeOf(id)!].Prefix is { } prefix ? Safe(prefix + normalised) : null;
    }
}
