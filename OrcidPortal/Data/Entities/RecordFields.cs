namespace OrcidPortal.Data.Entities;

/// <summary>
/// The fields of a record of any kind, named as ORCID names them; which of them a kind has stands in <c>FieldPaths</c>. Null means: not known.
/// All values are as given by the source, however odd; the rules judge them. Equality is by content, lists in order.
/// </summary>
public sealed record RecordFields
{
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public string? TranslatedTitle { get; init; }

    /// <summary>The language of <see cref="TranslatedTitle"/>.</summary>
    public string? TranslatedTitleLanguage { get; init; }
    public string? JournalTitle { get; init; }
    public string? ShortDescription { get; init; }

    /// <summary>The type of a work or funding as its source names it, with the vocabulary it belongs to.</summary>
    public TypeValue? Type { get; init; }

    /// <summary>A funder's own word for the type of a funding.</summary>
    public string? OrganizationDefinedType { get; init; }

    /// <summary>How <see cref="CitationValue"/> is written: <c>bibtex</c>, <c>ris</c>, <c>formatted-apa</c> ...</summary>
    public string? CitationType { get; init; }

    /// <summary>A citation the source gives; without one the portal writes its own.</summary>
    public string? CitationValue { get; init; }

    /// <summary>As given by the source, however odd (<c>2019-02-30</c>). Well-formed: yyyy, yyyy-MM, yyyy-MM-dd.</summary>
    public string? PublicationDate { get; init; }
    public string? StartDate { get; init; }
    public string? EndDate { get; init; }

    /// <summary>As given: <c>en</c>, <c>en_US</c>, <c>english</c>.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>The country of a work or a person, as given: <c>DE</c>, <c>DEU</c>, <c>Germany</c>.</summary>
    public string? Country { get; init; }
    public string? Url { get; init; }

    /// <summary>What a website of a person is called.</summary>
    public string? UrlName { get; init; }

    /// <summary>The amount of a funding in any notation.</summary>
    public string? Amount { get; init; }

    /// <summary>As given: <c>EUR</c>, <c>€</c>, <c>Euro</c>.</summary>
    public string? CurrencyCode { get; init; }
    public string? DepartmentName { get; init; }
    public string? RoleTitle { get; init; }
    public string? OrganizationName { get; init; }
    public string? OrganizationCity { get; init; }
    public string? OrganizationRegion { get; init; }
    public string? OrganizationCountry { get; init; }

    /// <summary>The identifier of the organisation, for example <c>https://ror.org/05qwgg493</c>.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Whose identifier it is: <c>ROR</c>, <c>FUNDREF</c>, <c>GRID</c>, <c>RINGGOLD</c>, <c>LEI</c>.</summary>
    public string? OrganizationIdSource { get; init; }

    /// <summary>The text of another name or keyword.</summary>
    public string? Content { get; init; }
    public ValueList<FieldIdentifier> ExternalIds { get; init; } = [];
    public ValueList<FieldContributor> Contributors { get; init; } = [];
}

/// <summary>A value of a vocabulary.</summary>
/// <param name="Vocabulary"><c>bibtex</c>, <c>csl</c>, <c>ris</c>, <c>coar</c>, <c>dc.type</c>, or <c>orcid</c> for ORCID's own value.</param>
/// <param name="Value">As the vocabulary spells it.</param>
public sealed record TypeValue(string Vocabulary, string Value);

/// <summary>An identifier as a source gives it. Its key is type + normalised value.</summary>
/// <param name="Type">ORCID's name of the type, or the source's.</param>
/// <param name="Value">As given.</param>
/// <param name="Relationship"><c>self</c>, <c>part-of</c>, <c>version-of</c>, <c>funded-by</c>; null: decided by the record's type when mapping.</param>
/// <param name="Url">Where it leads, or null.</param>
public sealed record FieldIdentifier(string Type, string Value, string? Relationship = null, string? Url = null)
{
    public string Key => $"{Type}:{Identifiers.ExternalIdNormaliser.Normalize(Type, Value) ?? Value.Trim().ToLowerInvariant()}";
}

/// <summary>A contributor as a source gives it.</summary>
/// <param name="Key">A stable id of the element within the record.</param>
/// <param name="Name">As it should be read, "Given Family".</param>
/// <param name="Role">A contributor role of ORCID (<c>author</c>, <c>editor</c> ...), or the source's word.</param>
/// <param name="Given">Given names, where the source tells them apart.</param>
/// <param name="Family">Family name with its particles, where the source tells it apart.</param>
/// <param name="Orcid">An iD the source claims; sent only where authenticated.</param>
public sealed record FieldContributor(string Key, string Name, string Role, string? Given = null, string? Family = null, string? Orcid = null);
