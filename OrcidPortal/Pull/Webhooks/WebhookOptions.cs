using System.ComponentModel.DataAnnotations;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Pull.Webhooks;

/// <summary>Settings <c>Pull:Webhooks</c> and <c>Pull:WebhookUrl</c>: whether ORCID tells the portal which records changed.</summary>
public sealed class WebhookOptions
{
    /// <summary>Whose records ORCID tells about (default None: records are read by the timetable alone).</summary>
    [EnumDataType(typeof(WebhooksFor))]
    public WebhooksFor Webhooks { get; set; } = WebhooksFor.None;

    /// <summary>Where ORCID reaches this portal, such as <c>https://orcid.example.edu</c>; required unless <see cref="Webhooks"/> is None.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What addresses begin with, before the secret.</summary>
    internal string Base => $"{WebhookUrl?.Trim().TrimEnd('/')}/webhooks/orcid/";

    /// <summary>The connections whose iDs are told about.</summary>
    internal ConnectionState[] States => Webhooks switch
    {
        WebhooksFor.None => [],
        WebhooksFor.Connected => [ConnectionState.Connected],
        _ => [ConnectionState.Connected, ConnectionState.TokenRejected],
    };
}

/// <summary>None: nobody's. Connected: of those whose permission is valid. All: also of those who have to connect again.</summary>
public enum WebhooksFor { None, Connected, All }
