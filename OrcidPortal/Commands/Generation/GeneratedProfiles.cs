using System.Globalization;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>What says who somebody is: names, keywords, countries, websites, identifiers. Pure.</summary>
internal static class GeneratedProfiles
{
    private static readonly string[] Countries = ["DE", "AT", "CH", "FR", "IT", "ES", "PL", "GB", "US", "Germany", "France", "DEU", "Italy"];

    public static RecordFields Of(RecordKind kind, Random random, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var (given, family) = GeneratedNames.One(random);
        return kind switch
        {
            RecordKind.OtherName => new RecordFields { Content = random.Next(3) switch { 0 => $"{given} {family}", 1 => $"{family}, {given[0]}.", _ => $"{given[0]}. {family}" } },
            RecordKind.Keyword => new RecordFields { Content = random.Pick(GeneratedTongue.Of(random).Phrases) },
            RecordKind.Country => new RecordFields { Country = random.PickEarly(Countries) },
            RecordKind.Website => random.Next(3) switch
            {
                0 => new RecordFields { UrlName = "Homepage", Url = $"https://www.example.edu/~p{digits}" },
                1 => new RecordFields { UrlName = "Lab", Url = $"http://lab{digits}.example.org/" },
                _ => new RecordFields { Url = $"https://blog.example.net/{digits}" },
            },
            _ => new RecordFields { ExternalIds = [PersonIdentifier(random, number, digits)] },
        };
    }

    private static FieldIdentifier PersonIdentifier(Random random, int number, string digits) => random.Next(3) switch
    {
        0 => new FieldIdentifier("Scopus Author ID", $"7{number:000000000}", "self", $"https://www.scopus.com/authid/detail.uri?authorId=7{number:000000000}"),
        1 => new FieldIdentifier("ResearcherID", $"A-{digits}-{random.Next(2008, 2026)}", "self", $"https://www.webofscience.com/wos/author/record/A-{digits}-2020"),
        _ => new FieldIdentifier("Loop profile", digits, "self", $"https://loop.frontiersin.org/people/{digits}"),
    };
}
