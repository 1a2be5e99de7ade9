using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>Goes through the people and makes the records of each, in pages.</summary>
internal sealed class PageMaking(Random random, RecordGeneration generation, IReadOnlyList<GeneratedPerson> crowd, int firstNumber)
{
    private static readonly (RecordKind Kind, double Mean)[] Others =
    [
        (RecordKind.Funding, 0.9), (RecordKind.Employment, 1.3), (RecordKind.Education, 0.9), (RecordKind.Qualification, 0.15), (RecordKind.Distinction, 0.2), (RecordKind.InvitedPosition, 0.1), (RecordKind.Membership, 0.2),
        (RecordKind.Service, 0.2), (RecordKind.OtherName, 0.4), (RecordKind.Keyword, 0.8), (RecordKind.Country, 0.4), (RecordKind.Website, 0.4), (RecordKind.PersonIdentifier, 0.4),
    ];

    private readonly Dictionary<RecordKind, int> _numbers = [];
    private readonly ILookup<int, GeneratedPerson> _departments = crowd.ToLookup(p => p.Department);

    /// <param name="size">Records of a page.</param>
    /// <param name="shared">The share of works that have several owners.</param>
    public IEnumerable<GeneratedPage> Pages(int size, double shared)
    {
        var colleagues = _departments.ToDictionary(d => d.Key, d => d.ToList());
        var page = new GeneratedPage();
        foreach (var (person, kind) in Wanted())
        {
            var owners = kind == RecordKind.Work && random.Chance(shared) ? Owners(person, colleagues[person.Department]) : [person];
            generation.Add(page, kind, Number(kind), owners);
            if (page.Records.Count < size) continue;
            yield return page;
            page = new GeneratedPage();
        }
        if (page.Records.Count > 0) yield return page;
    }

    private IEnumerable<(GeneratedPerson Person, RecordKind Kind)> Wanted()
    {
        foreach (var person in crowd)
        {
            foreach (var (kind, mean) in Others)
                for (var left = Times(mean); left > 0; left--) yield return (person, kind);
            for (var i = 0; i < person.OwnWorks; i++) yield return (person, RecordKind.Work);
        }
    }

    /// <summary>How often something happens that happens so often on average (Poisson).</summary>
    private int Times(double mean)
    {
        var (limit, times, product) = (Math.Exp(-mean), 0, random.NextDouble());
        for (; product > limit; times++) product *= random.NextDouble();
        return times;
    }

    private int Number(RecordKind kind) => _numbers[kind] = _numbers.TryGetValue(kind, out var last) ? last + 1 : firstNumber;

    /// <summary>Two to five, most often of one department, none of them with more works than an ORCID record holds.</summary>
    private List<GeneratedPerson> Owners(GeneratedPerson first, List<GeneratedPerson> colleagues)
    {
        var owners = new List<GeneratedPerson>(5) { first };
        for (var more = random.PickEarly(More); more > 0; more--)
        {
            var other = random.Pick(random.Chance(0.8) ? colleagues : crowd);
            if (owners.Contains(other) || other.Works >= GenerateOptions.MostWorks) continue;
            other.Works++;
            owners.Add(other);
        }
        return owners;
    }

    private static readonly int[] More = [1, 2, 3, 4];
}
