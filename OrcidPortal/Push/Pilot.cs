using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Who is sent at all (<c>Push:OnlyFor</c>).</summary>
internal static class Pilot
{
    public static bool Allows(PushOptions options, Person person) => options.OnlyFor.Count == 0
        || options.OnlyFor.Any(o => string.Equals(o.Trim(), person.LocalId, StringComparison.OrdinalIgnoreCase) || (person.Department is { } department && string.Equals(o.Trim(), department.Trim(), StringComparison.OrdinalIgnoreCase)));
}
