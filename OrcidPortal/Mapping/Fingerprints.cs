using System.Security.Cryptography;
using System.Text;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>
/// One value for what a reader of the ORCID record sees of an item: title, type, dates, journal, identifiers, link, organisation, role. Citation, abstract, contributors and language
/// are not in it, so that a change of these alone sends nothing and fills no inbox.
/// </summary>
public static class Fingerprints
{
    private const char Unit = '\u001F';

    /// <summary>Computes it, for what we would send and for what was read back alike.</summary>
    /// <param name="message">Spaces, the order of identifiers, their links and the spelling of addresses do not count.</param>
    /// <returns>64 hexadecimal digits, lower case.</returns>
    public static string Of(OrcidMessage message)
    {
        var parts = new StringBuilder(256);
        switch (message)
        {
            case WorkMessage work:
                Add(parts, "1", Text(work.Title), Text(work.Subtitle), Text(work.Type).ToLowerInvariant(), work.PublicationDate?.ToString() ?? "", Text(work.JournalTitle), Address(work.Url));
                // Absent for most works: they keep the value they had before it counted.
                if (work.TranslatedTitle is { } translated) Add(parts, $"{work.TranslatedTitleLanguage}={Text(translated)}");
                Add(parts, work.ExternalIds);
                break;
            case FundingMessage funding:
                Add(parts, "funding", Text(funding.Title), Text(funding.Type).ToLowerInvariant(), $"{funding.StartDate}", $"{funding.EndDate}", Address(funding.Url));
                Add(parts, funding.Organization);
                Add(parts, funding.ExternalIds);
                break;
            case AffiliationMessage position:
                Add(parts, position.Section.Name(), Text(position.RoleTitle), Text(position.DepartmentName), $"{position.StartDate}", $"{position.EndDate}", Address(position.Url));
                Add(parts, position.Organization);
                Add(parts, position.ExternalIds);
                break;
            case OtherNameMessage name:
                Add(parts, "other-name", Text(name.Content));
                break;
            case KeywordMessage keyword:
                Add(parts, "keyword", Text(keyword.Content));
                break;
            case AddressMessage address:
                Add(parts, "address", Text(address.Country).ToUpperInvariant());
                break;
            case ResearcherUrlMessage website:
                Add(parts, "researcher-url", Text(website.Name), Address(website.Url));
                break;
            case PersonIdentifierMessage id:
                Add(parts, "external-identifier", Text(id.Type), Text(id.Value), Address(id.Url));
                break;
        }
        // No part can hold the separator: control characters are taken out of each.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())));
    }

    private static void Add(StringBuilder parts, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (parts.Length > 0) parts.Append(Unit);
            parts.Append(text);
        }
    }

    private static void Add(StringBuilder parts, OrganizationMessage? place)
    {
        if (place is null) Add(parts, "");
        else Add(parts, Text(place.Name), Text(place.City), Text(place.Region), Text(place.Country).ToUpperInvariant(), Text(place.DisambiguationSource), Text(place.DisambiguatedId));
    }

    private static void Add(StringBuilder parts, IReadOnlyList<ExternalId> ids)
    {
        var lines = new List<string>(ids.Count);
        foreach (var id in ids)
            if ($"{PlainText.Composed(id.Key)}={RelationshipNames.Write(id.Relationship)}" is var line && !lines.Contains(line)) lines.Add(line);
        lines.Sort(StringComparer.Ordinal);
        foreach (var line in lines) Add(parts, line);
    }

    private static string Text(string? text) => string.IsNullOrWhiteSpace(text) ? "" : PlainText.Composed(text);

    private static string Address(string? url) => WebAddress.TryRead(url, out var read) ? new Uri(read).AbsoluteUri : Text(url);
}
