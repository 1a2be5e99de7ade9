using OrcidPortal.Data.Entities;

namespace OrcidPortal.Connect;

/// <summary>What a person wants sent, kind by kind.</summary>
/// <param name="Works">All works, or none.</param>
/// <param name="Affiliations">All seven kinds of positions.</param>
public sealed record KindPreferences(
    WorksChoice Works, bool Fundings, bool Affiliations, bool OtherNames, bool Keywords, bool Countries, bool Websites, bool PersonIdentifiers)
{
    public static KindPreferences Of(Preference p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return new KindPreferences(p.Works, p.Fundings, p.Affiliations, p.OtherNames, p.Keywords, p.Countries, p.Websites, p.PersonIdentifiers);
    }

    internal void WriteTo(Preference p) =>
        (p.Works, p.Fundings, p.Affiliations, p.OtherNames, p.Keywords, p.Countries, p.Websites, p.PersonIdentifiers) =
            (Works, Fundings, Affiliations, OtherNames, Keywords, Countries, Websites, PersonIdentifiers);

    /// <summary>In words of the settings: <c>works=All; fundings=yes; ...</c>.</summary>
    public override string ToString() =>
        $"works={Works}; fundings={Word(Fundings)}; affiliations={Word(Affiliations)}; other-names={Word(OtherNames)}; keywords={Word(Keywords)}; countries={Word(Countries)}; "
        + $"websites={Word(Websites)}; person-identifiers={Word(PersonIdentifiers)}";

    private static string Word(bool on) => on ? "yes" : "no";
}
