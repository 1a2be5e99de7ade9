using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>How ORCID answered a call, or why no answer could be had. Each way has a case of its own; nothing expected is thrown.</summary>
public abstract record OrcidResult
{
    private OrcidResult()
    {
    }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>ORCID's own words, or what the network said; up to 2,000 characters, without any token.</summary>
    public string? Message { get; init; }

    /// <summary>The body of an answer that is no success, up to 20,000 characters, without any token; null where none came.</summary>
    public string? Answer { get; init; }

    /// <summary>The case in one word, for logs and history.</summary>
    public string Name => GetType().Name;

    /// <summary>Done.</summary>
    public sealed record Ok : OrcidResult;

    /// <summary>Nothing changed since the last reading (304).</summary>
    public sealed record NotModified : OrcidResult;

    /// <summary>The record or the put-code does not exist (9016, 404).</summary>
    public sealed record NotFound : OrcidResult;

    /// <summary>This client already added an item with one of these identifiers (9021) or, to the person, with this value (9030).</summary>
    /// <param name="PutCode">The put-code in ORCID's text: a hint to look at, not a fact; null where the text names none.</param>
    public sealed record Duplicate(PutCode? PutCode) : OrcidResult;

    /// <summary>ORCID will not take the message as it is; sending it again changes nothing (400).</summary>
    /// <param name="Code">ORCID's error code, 9001 and up; null where it gave none.</param>
    public sealed record Refused(int? Code) : OrcidResult;

    /// <summary>The item belongs to another source (9010, 9013, 9014).</summary>
    public sealed record NotSource : OrcidResult;

    /// <summary>The token is unknown, revoked, expired or of another record (401, 9017).</summary>
    public sealed record TokenRejected : OrcidResult;

    /// <summary>The token does not allow this (9004, 9005, 9015, 9038, 9039, 403).</summary>
    public sealed record MissingScope : OrcidResult;

    /// <summary>The record was merged into another (9007).</summary>
    /// <param name="To">The iD to use from now on; null where ORCID did not name it.</param>
    public sealed record Moved(OrcidId? To) : OrcidResult;

    /// <summary>The record takes no changes at present: locked (9018), deactivated (9044), unclaimed (9036).</summary>
    /// <param name="Code">Which of them.</param>
    public sealed record Locked(int Code) : OrcidResult;

    /// <summary>Too many calls, or closed for a moment (429, 503). Surely not taken.</summary>
    /// <param name="RetryAfter">How long ORCID asks to wait, where it says so.</param>
    public sealed record Busy(TimeSpan? RetryAfter) : OrcidResult;

    /// <summary>Surely not taken: refused connection, unknown host, or a proxy that answered in ORCID's place. For readings also a timeout or an unreadable answer.</summary>
    public sealed record Unreachable : OrcidResult;

    /// <summary>A write that may or may not have taken effect: timeout, cut connection, 5xx, unreadable answer. Read before writing again.</summary>
    public sealed record OutcomeUnknown : OrcidResult;

    /// <summary>The record holds 10,000 works, no more fit (9048).</summary>
    public sealed record TooMany : OrcidResult;

    /// <summary>ORCID locked this client: every call will fail until ORCID is asked (9057).</summary>
    public sealed record ClientLocked : OrcidResult;
}
