using System.Globalization;
using System.Text.RegularExpressions;
using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>Tells the case of an answer from its status and ORCID's code. Where both speak, the code decides.</summary>
internal static partial class OrcidResults
{
    /// <summary>The case of an answer that is not a success.</summary>
    /// <param name="status">The HTTP status, or the one a bulk element names.</param>
    /// <param name="error">What the body says.</param>
    /// <param name="effect">Whether the call was to change something.</param>
    /// <param name="location">The Location header, for a moved record.</param>
    /// <param name="retryAfter">The Retry-After header.</param>
    internal static OrcidResult Of(int status, OrcidError error, CallEffect effect, string? location = null, TimeSpan? retryAfter = null) =>
        (error.Code is { } code ? OfCode(code, status, error.Message, location) : null) ?? OfStatus(status, error, effect, retryAfter);

    /// <summary>The case of an answer that was lost or cannot be read.</summary>
    internal static OrcidResult Lost(CallEffect effect) => effect == CallEffect.Write ? new OrcidResult.OutcomeUnknown() : new OrcidResult.Unreachable();

    private static OrcidResult? OfCode(int code, int status, string? message, string? location) => code switch
    {
        9007 => new OrcidResult.Moved(NewOrcid(location, message)),
        9010 or 9013 or 9014 => new OrcidResult.NotSource(),
        9002 or 9003 or 9017 => new OrcidResult.TokenRejected(),
        9004 or 9005 or 9015 or 9038 or 9039 => new OrcidResult.MissingScope(),
        9016 => new OrcidResult.NotFound(),
        9018 or 9036 or 9044 => new OrcidResult.Locked(code),
        9021 => new OrcidResult.Duplicate(PutCodeIn(message)),
        // The text repeats what was sent, which may look like a put-code.
        9030 => new OrcidResult.Duplicate(null),
        9048 => new OrcidResult.TooMany(),
        9057 => new OrcidResult.ClientLocked(),
        // A version of the API that is no more: it does not come back.
        9056 => new OrcidResult.Refused(code),
        9001 when status == 404 => new OrcidResult.Unreachable(),
        >= 9000 when status is >= 400 and < 500 and not (401 or 404 or 408 or 429) => new OrcidResult.Refused(code),
        _ => null,
    };

    private static OrcidResult OfStatus(int status, OrcidError error, CallEffect effect, TimeSpan? retryAfter) => status switch
    {
        408 or 429 or 503 => new OrcidResult.Busy(retryAfter),
        304 => new OrcidResult.NotModified(),
        >= 300 and < 500 when error.Author == ErrorAuthor.Proxy => new OrcidResult.Unreachable(),
        >= 300 and < 400 => new OrcidResult.Unreachable(),
        401 => new OrcidResult.TokenRejected(),
        403 => new OrcidResult.MissingScope(),
        404 or 410 => new OrcidResult.NotFound(),
        >= 400 and < 500 => new OrcidResult.Refused(error.Code),
        _ => Lost(effect),
    };

    private static PutCode? PutCodeIn(string? message) =>
        PutCodeText().Match(message ?? "") is { Success: true } m && PutCode.TryParse(m.Groups[1].Value, out var putCode) ? putCode : null;

    /// <summary>The text names the new iD first and the old one after it.</summary>
    private static OrcidId? NewOrcid(string? location, string? message)
    {
        foreach (Match match in OrcidText().Matches(string.Create(CultureInfo.InvariantCulture, $"{location} {message}")))
        {
            if (OrcidId.TryParse(match.Value, out var orcid)) return orcid;
        }
        return null;
    }

    [GeneratedRegex(@"put-code\s+'?(\d{1,18})", RegexOptions.IgnoreCase)]
    private static partial Regex PutCodeText();

    [GeneratedRegex(@"\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b")]
    private static partial Regex OrcidText();
}

/// <summary>Whether a call changes something at ORCID: it decides what a lost answer means.</summary>
internal enum CallEffect { Read, Write }
