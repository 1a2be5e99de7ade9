using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>Names of people from many countries, and the lists of authors they make. Pure.</summary>
internal static class GeneratedNames
{
    private static readonly string[] Given =
    [
        "Anna", "Peter", "Maria", "Thomas", "Julia", "Michael", "Sofía", "José", "Élodie", "François", "Giulia", "Marco", "Łukasz", "Agnieszka", "Olga", "Dmitri", "Wei", "Xiaoming", "Yuki",
        "Haruto", "Fatima", "Mohammed", "Priya", "Rajesh", "Chidi", "Amara", "Jan", "Eva", "Søren", "Astrid", "Zoltán", "Ágnes", "Minh", "Thị Lan", "Ji-woo", "Deniz", "Ayşe", "Noah", "Grace", "Hans-Peter",
    ];

    private static readonly string[] Family =
    [
        "Müller", "Schmidt", "Weber", "Smith", "Johnson", "García", "Fernández", "Martin", "Lefèvre", "Rossi", "Bianchi", "Kowalski", "Nowak", "Ivanov", "Petrova", "Wang", "Li", "Zhang", "Tanaka",
        "Sato", "Hassan", "Al-Masri", "Sharma", "Patel", "Okafor", "Mensah", "Novák", "Dvořáková", "Jensen", "Lindqvist", "Nagy", "Szabó", "Nguyen", "Tran", "Kim", "Park", "Yılmaz", "Demir",
        "O’Connor", "van der Berg", "de la Cruz", "von Hagen", "Ó Briain", "Papadopoulos", "Silva", "Costa", "Brown", "Taylor", "Fischer", "Huber",
    ];

    private static readonly (string Value, double Weight)[] Roles = [("author", 88), ("aut", 4), ("dc.contributor.author", 4), ("editor", 2), ("edt", 1), ("supervisor", 1)];

    public static (string Given, string Family) One(Random random) =>
        (random.Chance(0.2) ? $"{random.Pick(Given)} {(char)('A' + random.Next(26))}." : random.Pick(Given), random.Chance(0.08) ? $"{random.Pick(Family)}-{random.Pick(Family)}" : random.Pick(Family));

    /// <summary>Authors: half of the works have up to three, few of them up to 3,000.</summary>
    public static ValueList<FieldContributor> Contributors(Random random) => Contributors(random, Count(random), Roles);

    /// <param name="roles">As sources write them, with weights.</param>
    public static ValueList<FieldContributor> Contributors(Random random, int count, (string Value, double Weight)[] roles)
    {
        var found = new FieldContributor[count];
        for (var i = 0; i < count; i++)
        {
            var (given, family) = One(random);
            var parts = random.Chance(0.8);
            found[i] = new FieldContributor($"author:{i + 1}", $"{given} {family}", random.Weighted(roles), parts ? given : null, parts ? family : null, random.Chance(0.06) ? GeneratedIdentifiers.Orcid(random.Next(10_000_000)) : null);
        }
        return new ValueList<FieldContributor>(found);
    }

    private static int Count(Random random) => random.Chance(0.002) ? (int)Math.Min(3000, 40 / Math.Pow(1 - random.NextDouble(), 0.9)) : random.LogNormal(3, 0.7, 1, 60);
}
