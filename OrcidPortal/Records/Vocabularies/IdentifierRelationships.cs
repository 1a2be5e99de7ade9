using System.Collections.Frozen;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>
/// How an identifier relates to a work whose source does not say. A serial number or book number names the work itself only where the work is that serial or
/// book; sent as self for an article, it would make ORCID refuse the second article of the same journal (9021).
/// </summary>
public static class IdentifierRelationships
{
    /// <summary>Works that may be a book by themselves.</summary>
    private static readonly FrozenSet<string> Books = FrozenSet.ToFrozenSet(
    [
        "book", "edited-book", "manual", "report", "dissertation-thesis", "supervised-student-publication", "conference-proceedings", "journal-issue", "working-paper",
        "standards-and-policy", "technical-standard", "translation", "cartographic-material", "musical-composition", "learning-object", "software", "moving-image",
        "sound", "image", "test",
    ]);

    /// <summary>All pairs that are not simply self, for pages: <c>issn/journal-article</c>.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> All =>
        from identifier in (string[])["isbn", "ismn", "issn"]
        from work in WorkTypes.Orcid
        select KeyValuePair.Create($"{identifier}/{work}", Of(work, identifier) == Relationship.Self ? "self" : "part-of");

    /// <summary>Decides by the type of the work and of the identifier.</summary>
    /// <param name="workType">ORCID's work type; null or unknown counts as a part, which is the harmless guess.</param>
    /// <param name="identifierType">ORCID's name of the identifier type.</param>
    public static Relationship Of(string? workType, string identifierType) => identifierType switch
    {
        // ORCID has no work type for a journal: even a journal-issue is one of many under its ISSN. A site may carry one of its own.
        "issn" => workType == "website" ? Relationship.Self : Relationship.PartOf,
        "isbn" => workType is not null && Books.Contains(workType) ? Relationship.Self : Relationship.PartOf,
        "ismn" => workType is "musical-composition" or "sound" ? Relationship.Self : Relationship.PartOf,
        "grant_number" or "proposal-id" => Relationship.FundedBy,
        _ => Relationship.Self,
    };
}
