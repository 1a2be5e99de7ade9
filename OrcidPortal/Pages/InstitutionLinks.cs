using OrcidPortal.Data;

namespace OrcidPortal.Pages;

/// <summary>What pages make of the institution's settings.</summary>
internal static class InstitutionLinks
{
    /// <summary>The zone of times where the browser names none.</summary>
    public static TimeZoneInfo FindZone(this InstitutionOptions institution) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(institution.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The contact as a link's target: <c>mailto:</c> for an address, itself for http(s); null for anything else.</summary>
    public static string? ContactLink(this InstitutionOptions institution)
    {
        if (institution.Contact is not { Length: > 0 } contact) return null;
        if (Uri.TryCreate(contact, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto")) return contact;
        return contact.Contains('@', StringComparison.Ordinal) ? "mailto:" + contact : null;
    }
}
