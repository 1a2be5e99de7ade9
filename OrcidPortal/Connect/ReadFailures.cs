using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Connect;

/// <summary>What a connection says of a record that cannot be read.</summary>
public static class ReadFailures
{
    private const int LongestWords = 2000;

    /// <summary>What passes by itself: ORCID is busy, or does not answer anybody.</summary>
    internal static readonly string[] Passing = [nameof(OrcidResult.Busy), nameof(OrcidResult.Unreachable), nameof(OrcidResult.OutcomeUnknown), nameof(OrcidResult.ClientLocked)];

    /// <summary>What does not pass by itself is tried again so seldom.</summary>
    internal static readonly TimeSpan BetweenTries = TimeSpan.FromDays(1);

    /// <summary>Notes that a reading failed. A permission that is no longer valid, and a record that was merged into another, are no failures: then there is nothing to read, or not there.</summary>
    /// <returns>Whether it did not fail before, or does not fail any more.</returns>
    internal static bool Note(Connection connection, OrcidResult result, DateTimeOffset now)
    {
        if (result is OrcidResult.TokenRejected or OrcidResult.Moved) return Forget(connection);
        var isNew = connection.ReadFailedSince is null;
        connection.ReadFailedSince ??= now;
        (connection.ReadFailure, connection.ReadFailureStatus, connection.ReadFailureCode) = (result.Name, result.HttpStatus, CodeOf(result));
        connection.ReadFailureMessage = result.Message is { Length: > LongestWords } words ? words[..LongestWords] : result.Message;
        return isNew;
    }

    /// <summary>Notes that it does not fail, or is not read any more.</summary>
    /// <returns>Whether it failed before.</returns>
    internal static bool Forget(Connection connection)
    {
        if (connection.ReadFailedSince is null) return false;
        (connection.ReadFailedSince, connection.ReadFailure, connection.ReadFailureStatus, connection.ReadFailureCode, connection.ReadFailureMessage) = (null, null, null, null, null);
        return true;
    }

    private static int? CodeOf(OrcidResult result) => result switch
    {
        OrcidResult.Refused refused => refused.Code,
        OrcidResult.Locked locked => locked.Code,
        _ => null,
    };
}
