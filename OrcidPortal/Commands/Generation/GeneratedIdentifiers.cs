using System.Globalization;

namespace OrcidPortal.Commands.Generation;

/// <summary>Identifiers with right check digits, one for each number. Pure.</summary>
internal static class GeneratedIdentifiers
{
    /// <summary>An iD of the newer range whose check character is right (ISO 7064 MOD 11-2).</summary>
    /// <param name="number">0 to 9,999,999.</param>
    public static string Orcid(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"00090009{number:0000000}");
        var total = 0;
        foreach (var c in digits) total = (total + (c - '0')) * 2;
        var check = (12 - (total % 11)) % 11;
        return $"{digits[..4]}-{digits[4..8]}-{digits[8..12]}-{digits[12..]}{(check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture))}";
    }

    /// <summary>An ISBN of thirteen digits.</summary>
    /// <param name="number">0 to 99,999,999.</param>
    public static string Isbn(int number, bool hyphens)
    {
        // Neighbours must not look like neighbours: a factor without a common divisor with 10 keeps them apart and each its own.
        var digits = string.Create(CultureInfo.InvariantCulture, $"9783{(long)number * 7919 % 100_000_000:00000000}");
        var sum = digits.Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        var check = (10 - (sum % 10)) % 10;
        return hyphens ? $"{digits[..3]}-{digits[3]}-{digits[4..8]}-{digits[8..]}-{check}" : $"{digits}{check}";
    }

    /// <summary>An ISSN, <c>1234-567X</c>.</summary>
    /// <param name="number">0 to 9,999,999.</param>
    public static string Issn(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{number:0000000}");
        var check = (11 - (digits.Select((c, i) => (c - '0') * (8 - i)).Sum() % 11)) % 11;
        return $"{digits[..4]}-{digits[4..]}{(check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture))}";
    }

    /// <summary>A DOI with the prefix for tests, as sources write it: most often plain, now and then with the resolver or in capitals.</summary>
    public static string Doi(Random random, string word, int number)
    {
        var doi = string.Create(CultureInfo.InvariantCulture, $"10.5555/{word}{number:0000000}");
        var way = random.NextDouble();
        return way < 0.06 ? $"https://doi.org/{doi}" : way < 0.08 ? $"http://dx.doi.org/{doi}" : way < 0.1 ? doi.ToUpperInvariant() : doi;
    }
}
