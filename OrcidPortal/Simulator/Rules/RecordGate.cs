using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Whether a record can be used at all. Looked at before anything else.</summary>
internal static class RecordGate
{
    /// <summary>How long a record that a client made waits for its person before others may use it.</summary>
    private static readonly TimeSpan ClaimTime = TimeSpan.FromDays(10);

    /// <param name="person">Whose record; null: there is none.</param>
    /// <param name="clientId">Who calls, where known.</param>
    /// <param name="now">The time.</param>
    /// <param name="isReading">Whether nothing is to be changed.</param>
    /// <param name="options">How a closed record is read, and what the registry is called in messages.</param>
    public static ApiError? Check(Person? person, string? clientId, DateTimeOffset now, bool isReading, SimulatorOptions options)
    {
        if (person is null) return ErrorTexts.Of(9016);
        if (person.Standing == RecordStanding.Deprecated) return Moved(person, isReading, options.PayloadBaseUri.TrimEnd('/'));
        if (!person.Claimed && person.CreatorClientId != clientId && now < person.CreatedAt + ClaimTime) return ErrorTexts.Of(9036);
        return person.Standing switch
        {
            RecordStanding.Locked => ErrorTexts.Of(9018, null, ("orcid", person.Orcid)),
            RecordStanding.Deactivated when !isReading || options.RefuseDeactivated => ErrorTexts.Of(9044),
            _ => null,
        };
    }

    private static ApiError Moved(Person person, bool isReading, string registry) =>
        ErrorTexts.Of(9007, null, ("orcid", $"{registry}/{person.PrimaryOrcid}"), ("deprecated_orcid", $"{registry}/{person.Orcid}")) with
        {
            Status = isReading ? 301 : 409, MovedTo = person.PrimaryOrcid,
        };
}
