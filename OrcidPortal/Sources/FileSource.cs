using System.Security.Cryptography;
using System.Text;

namespace OrcidPortal.Sources;

/// <summary>Names of files and of the sources they make.</summary>
internal static class FileSource
{
    private const int LongestName = 260;
    private const int LongestSource = 300;

    /// <summary>The name without folders and control characters, up to 260 characters with its ending.</summary>
    public static string CleanName(string fileName)
    {
        var name = CleanText.Line(fileName.Replace('\\', '/').Split('/')[^1]) ?? "file";
        return name.Length <= LongestName ? name : name[..(LongestName - 20)] + name[^20..];
    }

    /// <summary>The source of a file's entries: <c>file:format:person:file name</c>. A name too long for the column ends in its hash.</summary>
    public static string KeyOf(string format, string personLocalId, string fileName)
    {
        var key = $"file:{format}:{personLocalId}:{fileName}";
        if (key.Length <= LongestSource) return key;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
        return $"{key[..(LongestSource - 33)]}~{hash}";
    }
}
