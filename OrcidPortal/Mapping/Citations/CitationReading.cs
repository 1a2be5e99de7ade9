using System.Collections.Frozen;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping.Citations;

/// <summary>A citation that a source gives; used where its type is one of ORCID's.</summary>
internal static class CitationReading
{
    public const string BibTeX = "bibtex";

    /// <summary>ORCID's types of citations.</summary>
    public static FrozenSet<string> Types { get; } = FrozenSet.ToFrozenSet(
    [
        "formatted-unspecified", BibTeX, "formatted-apa", "formatted-harvard", "formatted-ieee", "formatted-mla", "formatted-vancouver", "formatted-chicago", "ris",
    ]);

    /// <summary>The given citation, or null where there is none or its type is not ORCID's.</summary>
    public static (string Type, string Value)? Of(RecordFields fields)
    {
        if (string.IsNullOrWhiteSpace(fields.CitationValue)) return null;
        var type = PlainText.Lower(fields.CitationType).Replace('_', '-');
        return Types.Contains(type) && OrcidXml.Clean(fields.CitationValue) is { } value && !string.IsNullOrWhiteSpace(value) ? (type, value.Trim()) : null;
    }

    /// <summary>Whether a citation is given whose type ORCID does not know.</summary>
    public static bool IsTypeUnknown(RecordFields fields) => !string.IsNullOrWhiteSpace(fields.CitationValue) && !Types.Contains(PlainText.Lower(fields.CitationType).Replace('_', '-'));
}
