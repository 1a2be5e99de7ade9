namespace OrcidPortal.Data.Entities;

/// <summary>The fields of a work, named as ORCID names them. Null means: not known. Equality is by content, lists in order.</summary>
public sealed record WorkFields
{
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public string? JournalTitle { get; init; }
    public string? ShortDescription { get; init; }

    /// <summary>The type as its source names it, with the vocabulary it belongs to.</summary>
    public TypeValue? Type { get; init; }

    /// <summary>As given by the source, however odd (<c>2019-02-30</c>); the rules judge it. Well-formed: yyyy, yyyy-MM, yyyy-MM-dd.</summary>
    public string? PublicationDate { get; init; }

    /// <summary>As given: <c>en</c>, <c>en_US</c>, <c>english</c>.</summary>
    public string? LanguageCode { get; init; }
    public string? Url { get; init; }
    public ValueList<FieldIdentifier> ExternalIds { get; init; } = [];
    public ValueList<FieldContributor> Contributors { get; init; } = [];
}

/// <summary>A value of a vocabulary.</summary>
/// <param name="Vocabulary"><c>bibtex</c>, <c>csl</c>, <c>dc.type</c>, or <c>orcid</c> for ORCID's own value.</param>
/// <param name="Value">Lower case, as the vocabulary spells it.</param>
public sealed record TypeValue(string Vocabulary, string Value);

/// <summary>An identifier as a source gives it. Its key is type + normalised value.</summary>
/// <param name="Type">ORCID's name of the type.</param>
/// <param name="Value">As given.</param>
/// <param name="Relationship"><c>self</c>, <c>part-of</c>, <c>version-of</c>, <c>funded-by</c>; null: decided by the work's type when mapping.</param>
/// <param name="Url">Where it leads, or null.</param>
public sealed record FieldIdentifier(string Type, string Value, string? Relationship = null, string? Url = null)
{
    public string Key => $"{Type}:{Identifiers.ExternalIdNormaliser.Normalize(Type, Value) ?? Value.Trim().ToLowerInvariant()}";
}

/// <summary>A contributor as a source gives it.</summary>
/// <param name="Key">A stable id of the element within the record.</param>
/// <param name="Name">As it should be read, "Given Family".</param>
/// <param name="Role">A contributor role of ORCID: <c>author</c>, <c>editor</c> ...</param>
/// <param name="Given">Given names, where the source tells them apart.</param>
/// <param name="Family">Family name with its particles, where the source tells it apart.</param>
/// <param name="Orcid">An iD the source claims; sent only where authenticated.</param>
public sealed record FieldContributor(string Key, string Name, string Role, string? Given = null, string? Family = null, string? Orcid = null);
