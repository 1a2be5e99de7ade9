using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Pages.Curation;

/// <summary>The value of a field as one line, elements of lists too.</summary>
internal static class FieldText
{
    private const int Longest = 200;

    /// <summary>At most 200 characters.</summary>
    /// <param name="field">A path of <see cref="FieldPaths"/>.</param>
    /// <param name="value">As corrections keep it; null: nothing.</param>
    /// <param name="none">What stands for nothing.</param>
    public static string Of(string field, string? value, string none)
    {
        if (value is null) return none;
        var text = field switch
        {
            FieldPaths.ExternalIds => FieldValues.Read<FieldIdentifier>(value) is { } id ? $"{id.Type} {id.Value}" : value,
            FieldPaths.Contributors => FieldValues.Read<FieldContributor>(value)?.Name ?? value,
            _ => value,
        };
        return text.Length > Longest ? text[..Longest] + "…" : text;
    }
}
