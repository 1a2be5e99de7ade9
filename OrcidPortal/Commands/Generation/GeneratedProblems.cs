using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>Breaks fields in one of the ways that block sending, as sources do. Pure.</summary>
internal static class GeneratedProblems
{
    private static readonly string[] BadDates = ["2019-02-30", "n.d.", "in press", "1850", "2021-13", "03/05/2019", "forthcoming", "2015-06-31"];
    private static readonly string[] BadTypes = ["misc", "unpublished", "Sonstiges", "GEN"];

    private static readonly Func<RecordFields, Random, RecordFields>[] Works =
    [
        (f, _) => f with { Title = null },
        (f, r) => f with { Title = TooLong(f.Title ?? "On length", 1001 + r.Next(500)) },
        (f, _) => f with { Type = null },
        (f, r) => f with { Type = new TypeValue("bibtex", r.Pick(BadTypes)) },
        (f, r) => f with { PublicationDate = r.Pick(BadDates) },
    ];

    private static readonly Func<RecordFields, Random, RecordFields>[] Fundings =
    [
        (f, _) => f with { Title = null },
        (f, r) => f with { Type = r.Chance(0.5) ? null : new TypeValue("dc.type", "Drittmittel") },
        (f, r) => f with { StartDate = r.Pick(BadDates) },
        (f, _) => f with { StartDate = null, EndDate = "2024-12" },
        (f, _) => f with { OrganizationName = null, OrganizationId = null, OrganizationIdSource = null },
        (f, r) => f with { Amount = r.Pick(["1,234", "ca. 100.000 - 200.000", "on request", "12.500"]), CurrencyCode = "EUR" },
        (f, _) => f with { Amount = "250000", CurrencyCode = null },
        (f, _) => f with { Amount = "250000", CurrencyCode = "Taler" },
        (f, _) => f with { OrganizationName = "Stiftung Unbekannt", OrganizationId = null, OrganizationIdSource = null },
    ];

    private static readonly Func<RecordFields, Random, RecordFields>[] Positions =
    [
        (f, _) => f with { OrganizationName = null, OrganizationId = null, OrganizationIdSource = null },
        (f, _) => f with { OrganizationName = "Institut, das keiner kennt", OrganizationId = null, OrganizationIdSource = null },
        (f, r) => f with { StartDate = r.Pick(BadDates) },
        (f, _) => f with { StartDate = "2019-04", EndDate = "2017" },
    ];

    /// <summary>The fields with one thing wrong that keeps ORCID from taking the record, whatever else is known of it.</summary>
    public static RecordFields Break(RecordKind kind, RecordFields fields, Random random) => kind switch
    {
        RecordKind.Work => random.Pick(Works)(fields, random),
        RecordKind.Funding => random.Pick(Fundings)(fields, random),
        RecordKind.OtherName or RecordKind.Keyword => fields with { Content = random.Chance(0.3) ? null : TooLong(fields.Content ?? "name", 300) },
        RecordKind.Country => fields with { Country = random.Pick(["Atlantis", "Old Europe", "XX", null]) },
        RecordKind.Website => fields with { Url = random.Pick(["www.example.org/me", "my page", null]) },
        RecordKind.PersonIdentifier => fields with { ExternalIds = random.Chance(0.3) ? [] : [.. fields.ExternalIds.Select(i => i with { Url = null })] },
        _ => random.Pick(Positions)(fields, random),
    };

    // What is added has no markup: cleaning must not make it short again.
    private static string TooLong(string text, int length) => text + string.Concat(Enumerable.Repeat(" and more of the same", (length / 20) + 1));
}
