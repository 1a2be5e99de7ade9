using System.Text.RegularExpressions;
using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Contributors: an iD that can be one, no empty tags, a role of ORCID's or of CRediT.</summary>
internal static partial class ContributorRules
{
    /// <param name="item">The work or funding.</param>
    /// <param name="space">Its namespace.</param>
    /// <param name="roles">What contributors of it may be.</param>
    public static ApiError? Check(XElement item, XNamespace space, IReadOnlyCollection<string> roles) =>
        item.Element(space + "contributors")?.Elements(space + "contributor").Select(c => CheckOne(c, space, roles)).FirstOrDefault(e => e is not null);

    private static ApiError? CheckOne(XElement contributor, XNamespace space, IReadOnlyCollection<string> roles)
    {
        if (contributor.Element(Names.Common + "contributor-orcid") is { } orcid)
        {
            if (orcid.Text(Names.Common + "uri") is { Length: > 0 } uri && !(UriForm().Match(uri) is { Success: true } match && OrcidIds.IsValid(match.Groups[1].Value)))
                return ErrorTexts.Of(9020, "Invalid contributor URI");
            if (orcid.Text(Names.Common + "path") is { Length: > 0 } path && !OrcidIds.IsValid(path)) return ErrorTexts.Of(9020, "Invalid contributor ORCID");
        }
        if (contributor.Text(space + "credit-name") is { } name && string.IsNullOrWhiteSpace(name)) return ErrorTexts.Of(9020, "Please specify a contributor credit name or remove the empty tag");
        if (contributor.Text(space + "contributor-email") is { } email && string.IsNullOrWhiteSpace(email)) return ErrorTexts.Of(9020, "Please specify a contributor email or remove the empty tag");
        return contributor.Element(space + "contributor-attributes")?.Text(space + "contributor-role") is { } role && !roles.Contains(role)
            ? ErrorTexts.Of(9058, null, ("role", role), ("validRoles", string.Join(", ", roles)))
            : null;
    }

    [GeneratedRegex(@"^https?://(?:[^/]*\.)?orcid\.org/([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])\z")]
    private static partial Regex UriForm();
}
