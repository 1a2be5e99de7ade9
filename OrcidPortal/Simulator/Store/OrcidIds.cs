using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace OrcidPortal.Simulator.Store;

/// <summary>The sixteen characters of an iD and their check digit (ISO 7064, MOD 11-2).</summary>
internal static partial class OrcidIds
{
    public static bool IsValid(string? orcid) => orcid is not null && Form().IsMatch(orcid) && orcid[^1] == CheckDigit(orcid[..^1]);

    /// <summary>An iD from the range of those given out since 2022.</summary>
    public static string New()
    {
        var digits = "0009" + RandomNumberGenerator.GetString("0123456789", 11);
        var all = digits + CheckDigit(digits);
        return $"{all[..4]}-{all[4..8]}-{all[8..12]}-{all[12..]}";
    }

    private static char CheckDigit(string digits)
    {
        var total = 0;
        foreach (var c in digits.Where(char.IsAsciiDigit)) total = (total + (c - '0')) * 2 % 11;
        var check = (12 - total) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]\z")]
    private static partial Regex Form();
}
