using System.Reflection;
using NetArchTest.Rules;

namespace OrcidPortal.Tests.Architecture;

/// <summary>The rooms, and which rooms each may use: the table of the design, in its words. Namespace = folder = room.</summary>
internal static class House
{
    public const string Root = "OrcidPortal";

    /// <summary>"floors 2-6" of the table.</summary>
    private static readonly string[] Middle =
        ["Security", "History", "Records", "Live", "Connect", "Sources", "Mapping", "Remote", "Push", "Pull", "Curation", "Notices"];

    private static readonly string[] Bottom = ["Identifiers", "Data", "OrcidApi", "Simulator"];

    public static readonly IReadOnlyDictionary<string, string[]> MayUse = new Dictionary<string, string[]>
    {
        ["Identifiers"] = [],
        ["Data"] = ["Identifiers"],
        ["OrcidApi"] = ["Identifiers"],
        // Not even Identifiers: written from ORCID's schemas with its own normalisation, so that a mistake in the client cannot hide in it.
        ["Simulator"] = [],
        ["Security"] = ["Data", "Identifiers"],
        ["History"] = ["Data", "Identifiers"],
        ["Records"] = ["Data", "Identifiers"],
        ["Live"] = ["Data", "Identifiers"],
        ["Connect"] = ["Records", "History", "Security", "Live", "OrcidApi", "Data", "Identifiers"],
        ["Sources"] = ["Records", "Security", "Live", "Data", "Identifiers"],
        ["Mapping"] = ["Records", "Data", "OrcidApi", "Identifiers"],
        ["Remote"] = ["Connect", "Mapping", "Records", "History", "Security", "Live", "OrcidApi", "Data", "Identifiers"],
        ["Push"] = ["Remote", "Records", "Mapping", "Connect", "History", "Security", "Live", "OrcidApi", "Data", "Identifiers"],
        ["Pull"] = ["Remote", "Records", "Mapping", "Connect", "History", "Security", "Live", "OrcidApi", "Data", "Identifiers"],
        ["Curation"] = ["Push", "Records", "Mapping", "History", "Security", "Live", "Data", "Identifiers"],
        ["Notices"] = ["Push", "Pull", "Records", "Connect", "History", "Security", "Live", "Data", "Identifiers"],
        ["Pages"] = [.. Middle, "Identifiers"],
        ["Api"] = [.. Middle, "Identifiers"],
        ["Jobs"] = [.. Middle, "Data"],
        ["Commands"] = [.. Middle, .. Bottom],
        ["Observability"] = ["Data", "OrcidApi"],
    };

    /// <summary>
    /// What Pages and Api may use of the data room: the entities, and of its other types only what stands in the signatures of the rooms they call
    /// (the page of a list, a cursor that no list gave out, who does something) and the institution's name and contact. Not the context, not the transactions.
    /// </summary>
    public static readonly string[] FacesMayUseOfData =
        ["OrcidPortal.Data.Page`1", "OrcidPortal.Data.InvalidCursorException", "OrcidPortal.Data.Actor", "OrcidPortal.Data.InstitutionOptions"];

    public static Assembly Assembly => typeof(Program).Assembly;

    public static IEnumerable<string> Rooms => MayUse.Keys;

    public static PredicateList In(string room) => Types.InAssembly(Assembly).That().ResideInNamespace($"{Root}.{room}");

    /// <summary>The types of a room that use any of these types or namespaces, seen through lambdas, async methods and markup.</summary>
    public static IEnumerable<string> Users(string room, params string[] used) =>
        In(room).And().HaveDependencyOnAny(used).GetTypes().Select(t => Readable(t)).Distinct().Order();

    /// <summary>Without the room's prefix and without what the compiler makes of lambdas.</summary>
    public static string Readable(Type type)
    {
        while (type.DeclaringType is { } outer && type.Name.Contains('<', StringComparison.Ordinal)) type = outer;
        return type.FullName!.Replace($"{Root}.", "", StringComparison.Ordinal).Replace('+', '.');
    }
}
