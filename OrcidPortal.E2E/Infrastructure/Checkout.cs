using System.Runtime.CompilerServices;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>Where the tests were built from.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>Not part of the checkout: git ignores it.</summary>
    public static string Pictures { get; } = Path.Combine(Folder, "TestResults", "pictures");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
