using System.Globalization;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>Fundings with amounts in the notations of many countries, each of them certain. Pure.</summary>
internal static class GeneratedFundings
{
    private static readonly string[] Types = ["Research Grant", "project", "grant", "fellowship", "contract", "award", "scholarship"];
    private static readonly (string Value, double Weight)[] Roles = [("pi", 40), ("lead", 20), ("co-pi", 20), ("member", 10), ("student", 10)];
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static RecordFields Of(Random random, int number)
    {
        var funder = random.PickEarly(GeneratedOrganizations.Funders);
        var tongue = random.Chance(0.7) ? GeneratedTongue.All[0].Value : GeneratedTongue.Of(random);
        var (start, end) = GeneratedDates.Period(random, 3, 0.1);
        var (amount, currency) = random.Chance(0.3) ? (null, null) : Money(random);
        var (idSource, id) = random.NextDouble() switch { < 0.5 => ("FUNDREF", funder.Fundref), < 0.8 => ("ROR", funder.Ror), _ => ((string?)null, (string?)null) };
        var grant = string.Create(CultureInfo.InvariantCulture, $"{random.Pick(["GR", "EP/X", "HO", "PN-"])}{number:000000}/{random.Next(1, 9)}");
        return new RecordFields
        {
            Title = GeneratedTexts.Title(random, tongue),
            ShortDescription = random.Chance(0.6) ? GeneratedTexts.Abstract(random, tongue) : null,
            Type = random.Chance(0.3) ? new TypeValue("orcid", "grant") : new TypeValue("dc.type", random.PickEarly(Types)),
            OrganizationDefinedType = random.Chance(0.3) ? random.Pick(["Sachbeihilfe", "Starting Grant", "R01", "Standard Grant"]) : null,
            StartDate = start,
            EndDate = end,
            Amount = amount,
            CurrencyCode = currency,
            Url = random.Chance(0.4) ? $"https://projects.example.org/{number.ToString(CultureInfo.InvariantCulture)}" : null,
            OrganizationName = funder.Name,
            OrganizationCountry = random.Chance(0.5) ? funder.Country : null,
            OrganizationId = id,
            OrganizationIdSource = idSource,
            ExternalIds = random.Chance(0.15)
                ? [new FieldIdentifier("grant_number", grant), new FieldIdentifier("doi", GeneratedIdentifiers.Doi(random, "grant.", number))]
                : [new FieldIdentifier("grant_number", grant, null, random.Chance(0.2) ? $"https://funder.example.org/{number.ToString(CultureInfo.InvariantCulture)}" : null)],
            Contributors = GeneratedNames.Contributors(random, random.LogNormal(2, 0.6, 1, 20), Roles),
        };
    }

    /// <summary>An amount and its currency, in the field of its own or in the amount.</summary>
    private static (string? Amount, string? Currency) Money(Random random)
    {
        var value = random.LogNormal(180_000, 1.1, 2_000, 9_000_000);
        var cents = value + (random.Next(100) / 100m);
        return random.Next(9) switch
        {
            0 => (cents.ToString("N2", German), "EUR"),
            1 => (cents.ToString("N2", CultureInfo.InvariantCulture), "USD"),
            2 => ($"€ {cents.ToString("N2", German)}", null),
            3 => ($"US$ {(value / 1000 + 1).ToString(CultureInfo.InvariantCulture)}k", null),
            4 => ($"{(1 + random.Next(1, 89) / 10m).ToString("0.0", German)} Mio. EUR", null),
            5 => ($"CHF {value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '\'')}.-", null),
            6 => (cents.ToString("0.00", CultureInfo.InvariantCulture), "€"),
            7 => ($"{(value / 1000 + 1).ToString(CultureInfo.InvariantCulture)} TEUR", null),
            _ => (value.ToString(CultureInfo.InvariantCulture), random.Pick(["EUR", "Euro", "GBP", "CHF", "PLN"])),
        };
    }
}
