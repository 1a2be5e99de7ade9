using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Whether a record can be used at all. Looked at before anything else; the place for records that are locked, merged or closed.</summary>
internal static class RecordGate
{
    public static ApiError? Check(Person? person) => person is null ? ErrorTexts.Of(9016) : null;
}
