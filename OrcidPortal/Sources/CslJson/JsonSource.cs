using System.Globalization;
using System.Text;

namespace OrcidPortal.Sources.CslJson;

/// <summary>JSON as bytes that .NET's reader takes: half surrogate pairs in escapes, which it refuses late, become the replacement character.</summary>
internal static class JsonSource
{
    public static byte[] ToBytes(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8.GetBytes(json);
        var safe = json.ToCharArray();
        for (var i = 0; i < json.Length - 1; i++)
        {
            if (json[i] != '\\') continue;
            if (Surrogate(json, i) is not { } first)
            {
                i++;
                continue;
            }
            if (char.IsHighSurrogate(first) && Surrogate(json, i + 6) is { } second && char.IsLowSurrogate(second))
            {
                i += 11;
                continue;
            }
            "FFFD".CopyTo(safe.AsSpan(i + 2));
            i += 5;
        }
        return Encoding.UTF8.GetBytes(safe);
    }

    private static char? Surrogate(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' &&
        ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && char.IsSurrogate((char)code)
            ? (char)code
            : null;
}
