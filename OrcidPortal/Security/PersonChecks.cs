using System.Text;

namespace OrcidPortal.Security;

/// <summary>What may be stored of a person.</summary>
internal static class PersonChecks
{
    /// <summary>Trims and composes the fields and looks at each.</summary>
    /// <returns>The clean fields, or why the first faulty one cannot be stored.</returns>
    public static (PersonFields? Fields, SavePersonResult.Invalid? Invalid) Check(string? localId, PersonFields fields)
    {
        var id = localId?.Trim() ?? "";
        if (id.Length is 0 or > 100 || id.Any(c => char.IsControl(c) || c is '/' or '\\') || !WellFormed(id) || id is "." or "..")
            return Invalid("localId", "The person's id needs 1 to 100 characters, without slashes and control characters.");
        var clean = new PersonFields(Clean(fields.GivenNames) ?? "", Clean(fields.FamilyName) ?? "", Clean(fields.Email)?.ToLowerInvariant(), Clean(fields.Department));
        if (!Fits(clean.GivenNames, 200)) return Invalid("givenNames", "Given names may have up to 200 characters, without control characters.");
        if (clean.FamilyName.Length == 0) return Invalid("familyName", "A family name is needed. For people of one name, put it here.");
        if (!Fits(clean.FamilyName, 200)) return Invalid("familyName", "A family name may have up to 200 characters, without control characters.");
        if (clean.Email is { } email && !(Fits(email, 320) && LooksLikeEmail(email))) return Invalid("email", "The e-mail address is not one: name@example.edu is expected, up to 320 characters.");
        if (!Fits(clean.Department ?? "", 200)) return Invalid("department", "A department may have up to 200 characters, without control characters.");
        return (clean, null);
    }

    private static (PersonFields?, SavePersonResult.Invalid?) Invalid(string field, string sentence) => (null, new SavePersonResult.Invalid(field, sentence));

    // A lone surrogate cannot be composed; it stays as it is and is refused by Fits.
    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : WellFormed(text) ? text.Trim().Normalize(NormalizationForm.FormC) : text;

    private static bool Fits(string text, int length) => text.Length <= length && WellFormed(text) && !text.Any(char.IsControl);

    private static bool WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static bool LooksLikeEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1 && !email.Any(char.IsWhiteSpace) && !email.EndsWith('.') && email[at + 1] != '.';
    }
}
