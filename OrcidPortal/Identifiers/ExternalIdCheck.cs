using System.Text.RegularExpressions;

namespace OrcidPortal.Identifiers;

/// <summary>What can be wrong with the value of an identifier.</summary>
public enum IdentifierFault
{
    /// <summary>It has not the shape of its type.</summary>
    Shape,

    /// <summary>It has the shape, but its check digit says that a figure is wrong.</summary>
    CheckDigit,
}

/// <summary>Looks at shapes and check digits. ORCID asks for neither (its table has no validation expressions), so the caller decides what a fault means.</summary>
public static partial class ExternalIdCheck
{
    /// <summary>Checks one value.</summary>
    /// <param name="type">ORCID's name of the type.</param>
    /// <param name="value">As found; it is normalised first.</param>
    /// <returns>Null where nothing is wrong, or the type has neither shape nor check digit.</returns>
    public static IdentifierFault? Of(string type, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return IdentifierFault.Shape;
        if (ExternalIdNormaliser.Normalize(type, value) is not { } normalised) return IdentifierFault.Shape;
        return type switch
        {
            "isbn" => CheckDigits.IsIsbn(normalised) ? null : IdentifierFault.CheckDigit,
            "issn" => CheckDigits.IsIssn(normalised) ? null : IdentifierFault.CheckDigit,
            "ismn" => Ismn(normalised),
            "doi" => Doi().IsMatch(normalised) ? null : IdentifierFault.Shape,
            "pmid" => normalised.Length <= 9 && normalised[0] != '0' ? null : IdentifierFault.Shape,
            "handle" => Shape(Handle(), normalised),
            "uri" => Uri.TryCreate(normalised, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "ftp" ? null : IdentifierFault.Shape,
            "urn" => Shape(Urn(), normalised),
            "ark" => Shape(Ark(), normalised),
            "hal" => Shape(Hal(), normalised),
            "eid" => Shape(Eid(), normalised),
            "wosuid" => Shape(Wosuid(), normalised),
            "oclc" => Shape(Oclc(), normalised),
            "pdb" => Shape(Pdb(), normalised),
            "rfc" => Shape(Rfc(), normalised),
            "zbl" => Shape(Zbl(), normalised),
            "lensid" => Shape(Lens(), normalised),
            _ => null,
        };
    }

    private static IdentifierFault? Shape(Regex shape, string value) => shape.IsMatch(value) ? null : IdentifierFault.Shape;

    private static IdentifierFault? Ismn(string value)
    {
        var digits = value.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (digits.StartsWith("ISMN", StringComparison.Ordinal)) digits = digits[4..];
        if (digits.Length == 10 && digits[0] == 'M') digits = "9790" + digits[1..];
        if (digits.Length != 13 || !digits.StartsWith("9790", StringComparison.Ordinal) || !digits.All(char.IsAsciiDigit)) return IdentifierFault.Shape;
        return CheckDigits.IsIsbn(digits) ? null : IdentifierFault.CheckDigit;
    }

    [GeneratedRegex(@"^10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+\z")]
    private static partial Regex Doi();

    [GeneratedRegex(@"^[0-9a-z.]{1,60}/\S+\z")]
    private static partial Regex Handle();

    [GeneratedRegex(@"^urn:[a-z0-9][a-z0-9-]{1,31}:\S+\z")]
    private static partial Regex Urn();

    [GeneratedRegex(@"^(?:https?://[^/\s]+/)?ark:/?[0-9b-df-hj-np-tv-z]{5,9}/\S+\z", RegexOptions.IgnoreCase)]
    private static partial Regex Ark();

    [GeneratedRegex(@"^[a-z]{2,12}[-_][0-9]{5,10}(?:v[0-9]{1,3})?\z")]
    private static partial Regex Hal();

    [GeneratedRegex(@"^2-s2\.0-[0-9]{8,12}\z")]
    private static partial Regex Eid();

    [GeneratedRegex(@"^(?:wos:)?[a-z0-9]{13,17}\z|^(?:wos:)[a-z]?[0-9a-z]{10,20}\z")]
    private static partial Regex Wosuid();

    [GeneratedRegex(@"^(?:\(ocolc\)|oc[mn]|on)?[0-9]{1,14}\z")]
    private static partial Regex Oclc();

    [GeneratedRegex(@"^(?:[0-9][0-9a-z]{3}|pdb_[0-9a-z]{8})\z")]
    private static partial Regex Pdb();

    [GeneratedRegex(@"^(?:rfc\s?)?[0-9]{1,5}\z")]
    private static partial Regex Rfc();

    [GeneratedRegex(@"^(?:zbl\s?)?[0-9]{4}\.[0-9]{5}\z|^[0-9]{8}\z")]
    private static partial Regex Zbl();

    [GeneratedRegex(@"^[0-9]{3}-[0-9]{3}-[0-9]{3}-[0-9]{3}-[0-9]{2}[0-9x]\z")]
    private static partial Regex Lens();
}
