using System.Text.RegularExpressions;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Contributors: an iD that can be one, no empty tags, a role of ORCID's or of CRediT.</summary>
internal static partial class ContributorRules
{
    public static ApiError? Check(Contributor contributor)
    {
        if (contributor.Orcid is { } orcid)
        {
            if (!string.IsNullOrEmpty(orcid.Uri) && !(UriForm().Match(orcid.Uri) is { Success: true } uri && OrcidIds.IsValid(uri.Groups[1].Value)))
                return ErrorTexts.Of(9020, "Invalid contributor URI");
            if (!string.IsNullOrEmpty(orcid.Path) && !OrcidIds.IsValid(orcid.Path)) return ErrorTexts.Of(9020, "Invalid contributor ORCID");
        }
        if (contributor.CreditName is { } name && string.IsNullOrWhiteSpace(name)) return ErrorTexts.Of(9020, "Please specify a credit name or remove the empty tag");
        if (contributor.Email is { } email && string.IsNullOrWhiteSpace(email)) return ErrorTexts.Of(9020, "Please specify an email or remove the empty tag");
        return contributor.Role is null || Vocabulary.ContributorRoles.Contains(contributor.Role)
            ? null
            : ErrorTexts.Of(9058, null, ("role", contributor.Role), ("validRoles", string.Join(", ", Vocabulary.ContributorRoles)));
    }

    [GeneratedRegex(@"^https?://(?:[^/]*\.)?orcid\.org/([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])\z")]
    private static partial Regex UriForm();
}
