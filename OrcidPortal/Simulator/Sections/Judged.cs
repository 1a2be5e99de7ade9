using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Sections;

/// <summary>An item under the rules.</summary>
/// <param name="Posted">What the client says.</param>
/// <param name="StoredVisibility">Who may see it now; null when it is new.</param>
/// <param name="IsKnownOrganization">Whether the registry knows an organisation by identifier and the list it is from.</param>
internal sealed record Judged(Posted Posted, string? StoredVisibility, Func<string, string, bool> IsKnownOrganization)
{
    public XElement Item => Posted.Item;

    /// <summary>A new item has no put-code (9024).</summary>
    public ApiError? CheckPutCode() => StoredVisibility is null && Posted.PutCode is not null ? ErrorTexts.Of(9024) : null;

    /// <summary>Who sees an item is decided by its owner alone (9035).</summary>
    public ApiError? CheckVisibility() =>
        StoredVisibility is not null && Posted.Visibility is not null && Posted.Visibility != StoredVisibility ? ErrorTexts.Of(9035) : null;
}
