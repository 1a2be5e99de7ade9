using System.Text;

namespace OrcidPortal.Security;

/// <summary>What a sign-in says of an account.</summary>
/// <param name="Issuer">Who says it.</param>
/// <param name="Subject">The stable id of the account there.</param>
/// <param name="Name">For the page head.</param>
/// <param name="Email">Proposes a person, nothing more.</param>
/// <param name="Roles">App roles.</param>
/// <param name="PersonLocalId">The person's id at the institution, where the sign-in knows it.</param>
internal sealed record SignInFacts(string Issuer, string Subject, string Name, string? Email, IReadOnlyList<string> Roles, string? PersonLocalId)
{
    /// <summary>The facts as the tables can hold them: trimmed, without control characters, cut to length.</summary>
    /// <returns>Null where issuer or subject are missing or too long to be told apart.</returns>
    public static SignInFacts? Create(string? issuer, string? subject, string? name, string? email, IEnumerable<string> roles, string? personLocalId)
    {
        if (Clean(issuer, 200) is not { } cleanIssuer || Clean(subject, 200) is not { } cleanSubject) return null;
        if (cleanIssuer != issuer || cleanSubject != subject) return null;
        return new SignInFacts(cleanIssuer, cleanSubject, Clean(name, 300) ?? cleanSubject, Clean(email, 320)?.ToLowerInvariant(), [.. roles], Clean(personLocalId, 100));
    }

    private static string? Clean(string? text, int length)
    {
        if (text is null) return null;
        var builder = new StringBuilder(Math.Min(text.Length, length));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) continue;
            if (builder.Length + rune.Utf16SequenceLength > length) break;
            builder.Append(rune.ToString());
        }
        var clean = builder.ToString().Trim();
        return clean.Length == 0 ? null : clean;
    }
}
