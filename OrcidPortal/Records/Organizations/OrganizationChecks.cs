using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>What may be written of an organisation by hand. Pure.</summary>
internal static class OrganizationChecks
{
    private const int MostNames = 50;

    /// <summary>Cleans the draft and looks at each field.</summary>
    /// <returns>The clean draft, or why the first faulty field cannot be stored.</returns>
    public static (OrganizationDraft? Draft, SaveOrganizationResult.Invalid? Invalid) Check(OrganizationDraft draft)
    {
        if (FieldCleaning.Clean(draft.Name) is not { } name || OrganizationKeys.NameForm(name).Length == 0) return Invalid("name", "A name with letters or digits is needed.");
        if (name.Length > 500) return Invalid("name", "A name may have up to 500 characters.");
        var (city, region) = (FieldCleaning.Clean(draft.City), FieldCleaning.Clean(draft.Region));
        if (city?.Length > 200) return Invalid("city", "A city may have up to 200 characters.");
        if (region?.Length > 200) return Invalid("region", "A region may have up to 200 characters.");
        var country = OrganizationMatching.Country(new RecordFields { OrganizationCountry = draft.Country });
        if (country is null && !string.IsNullOrWhiteSpace(draft.Country)) return Invalid("country", $"\"{Short(draft.Country)}\" is not a country code. Use the two letters of ISO 3166, for example DE.");
        if (draft.OtherNames?.Count > MostNames) return Invalid("otherNames", $"An organisation may have up to {MostNames} other names.");
        var others = draft.OtherNames?.Select(n => FieldCleaning.Clean(n)).OfType<string>().ToList();
        if (others?.Exists(n => n.Length > 500) == true) return Invalid("otherNames", "A name may have up to 500 characters.");
        var identifiers = new List<OrganizationId>();
        foreach (var given in draft.Identifiers ?? [])
        {
            if (string.IsNullOrWhiteSpace(given.Value)) continue;
            if (OrganizationIdForm.Normalize(given.Source, given.Value) is not (var source, var value)) return Invalid("identifiers", Sentence(given));
            if (!identifiers.Exists(i => i.Source == source && i.Value == value)) identifiers.Add(new OrganizationId(source, value, given.Preferred));
        }
        return (new OrganizationDraft(name, city, region, country, draft.Identifiers is null ? null : identifiers, others), null);
    }

    private static string Sentence(OrganizationId given) => given.Source?.Trim().ToUpperInvariant() switch
    {
        "ROR" => $"\"{Short(given.Value)}\" is not a ROR id. It looks like https://ror.org/05qwgg493.",
        "FUNDREF" => $"\"{Short(given.Value)}\" is not an identifier of the Crossref Funder Registry. It looks like 10.13039/501100001659.",
        "GRID" => $"\"{Short(given.Value)}\" is not a GRID id. It looks like grid.5254.6.",
        "RINGGOLD" => $"\"{Short(given.Value)}\" is not a Ringgold id. It consists of digits.",
        "LEI" => $"\"{Short(given.Value)}\" is not an LEI. It has 18 letters or digits and two check digits.",
        _ => $"ORCID does not know the source \"{Short(given.Source)}\". Use one of {string.Join(", ", OrganizationIdForm.Sources)}.",
    };

    private static string Short(string? text) => text is { Length: > 60 } ? text[..60] + "…" : text ?? "";

    private static (OrganizationDraft?, SaveOrganizationResult.Invalid?) Invalid(string field, string sentence) => (null, new SaveOrganizationResult.Invalid(field, sentence));
}
