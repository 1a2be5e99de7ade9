using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What a person wants sent of each kind.</summary>
internal static class KindChoices
{
    public static bool Wants(Preference preference, RecordKind kind) => kind switch
    {
        RecordKind.Work => preference.Works != WorksChoice.None,
        RecordKind.Funding => preference.Fundings,
        RecordKind.OtherName => preference.OtherNames,
        RecordKind.Keyword => preference.Keywords,
        RecordKind.Country => preference.Countries,
        RecordKind.Website => preference.Websites,
        RecordKind.PersonIdentifier => preference.PersonIdentifiers,
        _ => preference.Affiliations,
    };
}
