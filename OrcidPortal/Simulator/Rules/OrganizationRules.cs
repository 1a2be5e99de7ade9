using System.Text.RegularExpressions;
using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Organisations and their identifiers in the lists that ORCID knows.</summary>
internal static partial class OrganizationRules
{
    /// <summary>There is an organisation (9046) and its identifier is one that the registry knows (9045).</summary>
    public static ApiError? Check(XElement item, Func<string, string, bool> isKnown)
    {
        if (item.Element(Names.Common + "organization") is not { } organization || string.IsNullOrWhiteSpace(organization.Text(Names.Common + "name"))) return ErrorTexts.Of(9046);
        return organization.Element(Names.Common + "disambiguated-organization") is { } listed ? CheckListed(listed, isKnown) : ErrorTexts.Of(9045);
    }

    public static ApiError? CheckListed(XElement listed, Func<string, string, bool> isKnown)
    {
        var (identifier, source) = (listed.Text(Names.Common + "disambiguated-organization-identifier"), listed.Text(Names.Common + "disambiguation-source"));
        return string.IsNullOrWhiteSpace(identifier) || string.IsNullOrWhiteSpace(source) || !isKnown(source, identifier) ? ErrorTexts.Of(9045) : null;
    }

    /// <summary>Whether an identifier looks like one of that list.</summary>
    public static bool HasForm(string source, string identifier) => source.ToUpperInvariant() switch
    {
        "ROR" => RorForm().IsMatch(identifier),
        "FUNDREF" => FundrefForm().IsMatch(identifier),
        "GRID" => GridForm().IsMatch(identifier),
        "RINGGOLD" => RinggoldForm().IsMatch(identifier),
        "LEI" => LeiForm().IsMatch(identifier),
        _ => false,
    };

    [GeneratedRegex(@"^https://ror\.org/0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}\z")]
    private static partial Regex RorForm();

    [GeneratedRegex(@"^https?://(dx\.)?doi\.org/10\.13039/[0-9]+\z")]
    private static partial Regex FundrefForm();

    [GeneratedRegex(@"^grid\.[0-9]+\.[0-9a-f]+\z")]
    private static partial Regex GridForm();

    [GeneratedRegex(@"^[0-9]{3,9}\z")]
    private static partial Regex RinggoldForm();

    [GeneratedRegex(@"^[0-9A-Z]{20}\z")]
    private static partial Regex LeiForm();
}
