using System.Globalization;

namespace OrcidPortal.Identifiers;

/// <summary>The number ORCID gives an item of a record; positive, global per kind of item.</summary>
public readonly record struct PutCode(long Value)
{
    /// <summary>Reads a put-code.</summary>
    /// <returns>False where the text is not a positive whole number.</returns>
    public static bool TryParse(string? text, out PutCode putCode)
    {
        var ok = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
        putCode = new PutCode(value);
        return ok;
    }

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
