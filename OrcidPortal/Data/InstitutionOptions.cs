using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Data;

/// <summary>Settings <c>Institution:*</c>: whose portal this is.</summary>
public sealed class InstitutionOptions : IValidatableObject
{
    public const string Section = "Institution";

    /// <summary>The institution's name as people read it.</summary>
    [Required, MaxLength(200)]
    public string Name { get; set; } = "Your institution";

    /// <summary>Who helps: an e-mail address or a URL.</summary>
    [MaxLength(300)]
    public string? Contact { get; set; }

    /// <summary>The institution's privacy notice.</summary>
    [Url]
    public string? PrivacyUrl { get; set; }

    /// <summary>The zone in which <c>Push:DailyAt</c> counts (IANA name, default UTC).</summary>
    [Required]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>
    /// Where this portal shows records to everybody, without a slash at the end; null: nowhere. Only with it do works without
    /// an identifier of their own get a landing page as theirs.
    /// </summary>
    [Url]
    public string? PublicUrl { get; set; }

    /// <summary>The landing page of a record, or null where the portal has no public address.</summary>
    public string? LandingPage(Guid recordId) => PublicUrl is { Length: > 0 } url ? $"{url.TrimEnd('/')}/records/{recordId}" : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"Institution:TimeZone is not a time zone: '{TimeZone}'. Use a name such as Europe/Berlin.", [nameof(TimeZone)]);
    }
}
