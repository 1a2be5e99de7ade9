using System.Globalization;

namespace OrcidPortal.Sources;

/// <summary>Why an entry cannot be taken, in words for the person who brought the file.</summary>
internal static class Rejections
{
    public const string NothingToKnowItBy = "It has neither a title nor an identifier nor a web address, so it cannot be told from other works. Add one in your reference manager and import the file again.";
    public const string OnlyGroups = "It is a @set: it only groups other entries and is no work of its own.";
    public const string OnlyLends = "It is an @xdata entry: it only lends its fields to other entries and is no work of its own.";
    public const string NotAnObject = "It is not a CSL-JSON item: an object in braces was expected.";
    public const string Broken = "It is broken and was skipped up to the next line that begins with @: ";

    public static string BrokenAt(int line, string what) => string.Create(CultureInfo.InvariantCulture, $"{Broken}line {line}: {what}");
}
