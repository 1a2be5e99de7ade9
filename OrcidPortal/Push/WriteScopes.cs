using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>Which permission writing asks for.</summary>
internal static class WriteScopes
{
    public const string Activities = "/activities/update";
    public const string Person = "/person/update";

    public static string Of(OrcidSection section) => section.IsPersonItem() ? Person : Activities;

    public static string Of(RecordKind kind) => kind.IsProfileItem() ? Person : Activities;
}
