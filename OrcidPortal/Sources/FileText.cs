using System.Text;
using System.Text.Unicode;

namespace OrcidPortal.Sources;

/// <summary>Turns the bytes of a file into text: by its byte order mark, else UTF-8. Lines that are no UTF-8 are Windows-1252 (which holds Latin-1).</summary>
internal static class FileText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads the text.</summary>
    /// <returns>Null where the bytes are no text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..]) return null;
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Utf16WithoutMark(bytes) is { } utf16) return utf16.GetString(bytes);
        if (IsBinary(bytes)) return null;
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : LineByLine(bytes);
    }

    /// <summary>Files pasted together from several tools: one stray byte must not turn every other umlaut into two letters.</summary>
    private static string LineByLine(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? bytes : bytes[..end];
            text.Append((Utf8.IsValid(line) ? Encoding.UTF8 : Windows1252).GetString(line));
            bytes = bytes[line.Length..];
        }
        return text.ToString();
    }

    /// <summary>Text of mostly Latin letters has a zero in every other byte.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 1000)];
        if (sample.Length < 8) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        var most = sample.Length * 4 / 10;
        return odd > most && even == 0 ? Encoding.Unicode : even > most && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>A stray control character is stripped later; zeros, or many of the others, mean that these are no letters.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 8000)];
        var odd = 0;
        foreach (var b in sample)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A)) odd++;
        return odd > 0 && odd * 20 > sample.Length;
    }
}
