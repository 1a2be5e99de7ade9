using System.Globalization;

namespace OrcidPortal.Sources;

/// <summary>Why a file as a whole is not taken, in words for the person who brought it.</summary>
internal static class FileSentences
{
    public const string NobodyKnown = "Nobody with this id is known. Choose the person whose works the file holds.";
    public const string FileGone = "This import is not known any more, or its file is not kept. Please bring the file again.";
    public const string StillUnderWay = "This import is still under way.";
    public const string AlreadyRepeated = "This import has been repeated already.";

    public static string TooLarge(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"The file is larger than {bytes / 1024.0 / 1024.0:0.#} MB. Please split it into several files.");

    public static string TooManyEntries(int most) =>
        string.Create(CultureInfo.InvariantCulture, $"The file holds more than {most:#,0} entries. Please split it into several files.");

    public static string UnknownFormat(string format) => $"The format “{(format.Length > 40 ? format[..40] : format)}” is not known. Use bibtex or csl-json, or leave it out.";

    public static string OtherFormat(string said, string found) =>
        $"The file was handed in as {FileFormats.DisplayName(said)}, but holds {FileFormats.DisplayName(found)}.";

    public static string AnotherUnderWay(string fileName) => $"An import of “{fileName}” for this person is already waiting or running. Please wait until it has finished.";

    public static string Interrupted(int read, int? total) => string.Create(CultureInfo.InvariantCulture,
        $"The import was interrupted after {read} of {(total is { } all ? all.ToString(CultureInfo.InvariantCulture) : "an unknown number of")} entries; what was read is saved. Please repeat it: nothing is taken in twice.");

    public static string StoppedByError(int read) => string.Create(CultureInfo.InvariantCulture,
        $"The import stopped at an error in the portal after {read} entries; what was read is saved. Please repeat it, and tell an administrator if it stops again.");
}
