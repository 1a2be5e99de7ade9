using System.Collections.Frozen;
using System.Globalization;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Commands.Generation;

/// <summary>
/// Makes the rows of one record: source entries, the record as <see cref="RecordUpdate"/> computes it, problems as <see cref="RecordMapper"/> finds them, and for each
/// of its people the item as <see cref="Desires"/> writes it. Planning them again changes nothing.
/// </summary>
internal sealed class RecordGeneration(Random random, GeneratedIds ids, ItemHistory history, GenerationFacts facts)
{
    private const double BrokenShare = 0.075;
    private static readonly DateTimeOffset Today = GenerateOptions.Today;
    private static readonly string[] OtherSources = ["Crossref", "Europe PubMed Central", "Scopus - Elsevier", "DataCite"];
    private static readonly string[] Files = ["publications.bib", "works.bib", "export.json", "meine-arbeiten.bib"];
    private long _foreignPutCode = facts.FirstPutCode;

    /// <summary>Adds the rows to a page.</summary>
    /// <param name="number">Of its kind, from 0.</param>
    /// <param name="owners">The first one brings it.</param>
    /// <returns>False where its only owner has one that says the same; then nothing was added.</returns>
    public bool Add(GeneratedPage page, RecordKind kind, int number, IReadOnlyList<GeneratedPerson> owners)
    {
        var fields = WithOwners(kind, GeneratedFields.Of(kind, random, number), owners);
        var isBroken = random.Chance(BrokenShare);
        if (isBroken) fields = GeneratedProblems.Break(kind, fields, random);
        var record = Build(kind, number, fields, owners[0]);
        var context = new MappingContext(facts.InstanceId, record.Id, facts.Institution.LandingPage(record.Id))
        {
            Vocabularies = facts.Vocabularies, Organization = OrganizationDirectory.Of(facts.Organizations, record.Fields), AuthenticatedOrcids = facts.Authenticated,
        };
        var mapped = RecordMapper.Map(kind, record.Fields, context);
        if (kind != RecordKind.Work && mapped.SelfKeys.Any(k => !owners[0].Taken.Add((kind, k)))) return false;
        var problems = mapped.Problems.Distinct().Select(p => new RecordProblem
        {
            Id = ids.Next(), RecordId = record.Id, Code = p.Code, Severity = p.Severity, Field = p.Field, Value = p.Value, Suggestion = p.Suggestion,
            About = ProblemGroups.About(p, kind, record.Fields),
        }).ToList();
        record.ProblemCount = problems.Count(p => p.Severity == ProblemSeverity.Blocks);
        record.CheckedVersion = record.Version;
        page.Records.Add(record);
        page.Problems.AddRange(problems);
        var before = page.Items.Count;
        var planned = new PlannedRecord(record, mapped, context, problems);
        foreach (var owner in owners) AddItem(page, planned, owner);
        var waiting = page.Items.Skip(before).Where(i => i.State == SyncState.NeedsFix).Select(i => i.StateSince).ToList();
        if (waiting.Count > 0) page.ToFix.Add(new RecordToFix { RecordId = record.Id, Kind = kind, SortTitle = record.SortTitle, Source = RecordToFix.KindOf(record.SourceEntries[0].Source), Since = waiting.Min() });
        return true;
    }

    private Record Build(RecordKind kind, int number, RecordFields fields, GeneratedPerson owner)
    {
        var first = Today.AddMinutes(-random.Next(60 * 24 * 2, 60 * 24 * 900));
        var changed = first + ((Today - first) * random.NextDouble());
        var record = new Record { Id = ids.Next(), Kind = kind, CreatedAt = first, ChangedAt = changed };
        var source = SourceOf(fields.Type, owner);
        Entry(record, source, number, fields, first, changed);
        if (kind == RecordKind.Work && random.Chance(0.1)) Entry(record, source == "api" ? "dspace" : "api", number, Part(fields), changed, changed);
        RecordUpdate.Apply(record, changed);
        record.Version = random.Chance(0.15) ? random.Next(2, 5) : 1;
        var keys = MatchKeys.Of(kind, record.Fields, facts.Vocabularies).Concat(record.SourceEntries.SelectMany(e => MatchKeys.Of(kind, e.Fields, facts.Vocabularies))).Distinct();
        foreach (var (type, value) in keys) record.Keys.Add(new RecordKey { Kind = kind, Type = type, Value = value, RecordId = record.Id });
        return record;
    }

    private void Entry(Record record, string source, int number, RecordFields fields, DateTimeOffset first, DateTimeOffset changed) => record.SourceEntries.Add(new SourceEntry
    {
        Id = ids.Next(), RecordId = record.Id, Source = source, LocalId = string.Create(CultureInfo.InvariantCulture, $"{record.Kind.ToString().ToLowerInvariant()}-{number}"), Fields = fields, FirstSeenAt = first, LastChangedAt = changed,
    });

    /// <summary>What a second source knows of a work: less, and in its own words.</summary>
    private static RecordFields Part(RecordFields fields) => new()
    {
        Title = fields.Title?.ToUpperInvariant(), Type = fields.Type, PublicationDate = fields.PublicationDate is { Length: > 4 } date ? date[..4] : fields.PublicationDate, ExternalIds = fields.ExternalIds,
    };

    private string SourceOf(TypeValue? type, GeneratedPerson owner) => type?.Vocabulary switch
    {
        "bibtex" => $"file:bibtex:{owner.Person.LocalId}:{random.Pick(Files)}",
        "csl" => $"file:csl-json:{owner.Person.LocalId}:export.json",
        "ris" or "orcid" => "api",
        _ => "dspace",
    };

    /// <summary>Names the owners among the contributors, in places by chance; one of fifty only supervised.</summary>
    private RecordFields WithOwners(RecordKind kind, RecordFields fields, IReadOnlyList<GeneratedPerson> owners)
    {
        if (kind != RecordKind.Work) return fields;
        var list = fields.Contributors.ToList();
        // They take the places of others: a work of three authors stays one of three.
        list.RemoveRange(Math.Max(0, list.Count - owners.Count), Math.Min(list.Count, owners.Count));
        foreach (var owner in owners)
        {
            var (person, role) = (owner.Person, random.Chance(0.02) ? "supervisor" : "author");
            var orcid = random.Chance(0.3) ? owner.Connection?.LastOrcid : null;
            list.Insert(random.Next(Math.Min(list.Count, 6) + 1), new FieldContributor($"owner:{person.LocalId}", person.DisplayName, role, person.GivenNames, person.FamilyName, orcid));
        }
        return fields with { Contributors = [.. list] };
    }

    private void AddItem(GeneratedPage page, PlannedRecord planned, GeneratedPerson owner)
    {
        var (record, mapped) = (planned.Record, planned.Mapped);
        var ended = random.Chance(0.005);
        record.People.Add(new RecordPerson { RecordId = record.Id, PersonId = owner.Person.Id, Since = record.CreatedAt, EndedAt = ended ? record.ChangedAt : null });
        if (!record.Kind.IsProfileItem() && mapped.SelfKeys.Count > 0 && owner.Connection?.Orcid is { } iD && random.Chance(0.02)) page.Foreign.Add(Foreign(record, mapped, owner, iD));
        var item = new SyncItem { Id = ids.Next(), PersonId = owner.Person.Id, RecordId = record.Id, Kind = record.Kind };
        if (record.Kind == RecordKind.OtherName && random.Chance(0.7)) item.ConfirmedVersion = record.Version;
        Desires.Write(item, owner.Facts, planned, ended, facts.WithProfile, record.ProblemCount, null, record.ChangedAt);
        item.HoldReason = Desires.Hold(item, owner.Facts, [], false, facts.Push);
        if (history.Write(item, owner, record.Title) is { } copy) page.Copies.Add(copy);
        item.DueAt = DueTimes.Of(item, owner.Facts.Preference.Mode, facts.Push, facts.Zone);
        SyncStates.Settle(item, item.ExcludedAt ?? item.SentAt ?? record.ChangedAt);
        page.Items.Add(item);
    }

    private ForeignCopy Foreign(Record record, MappedRecord mapped, GeneratedPerson owner, string iD)
    {
        var (section, source) = (KindSections.NameOf(record.Kind), random.Pick(OtherSources));
        owner.AddForeign(section, mapped.SelfKeys[0], source);
        return new ForeignCopy
        {
            Id = ids.Next(), Environment = facts.Orcid.EnvironmentName, Orcid = iD, Section = section, PutCode = _foreignPutCode++, SourceName = source, Title = record.Title.Length <= 1000 ? record.Title : record.Title[..1000],
            Type = mapped.Work?.Type is { Length: > 0 } type ? type : null, Year = record.Year, Visibility = "public", SelfKeys = [mapped.SelfKeys[0]], ReadAt = owner.Connection!.ReadAt ?? Today,
        };
    }
}

/// <summary>What generating must know of the portal it fills.</summary>
internal sealed record GenerationFacts(
    string InstanceId, OrcidOptions Orcid, InstitutionOptions Institution, PushOptions Push, VocabularySnapshot Vocabularies, IReadOnlyDictionary<string, OrganizationMatch> Organizations, long FirstPutCode)
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Institution.TimeZone);

    /// <summary>Whether the institution sends profile items.</summary>
    public bool WithProfile { get; } = Orcid.Scopes.Split(' ').Contains(WriteScopes.Person, StringComparer.Ordinal);

    /// <summary>iDs of generated people who authenticated them.</summary>
    public IReadOnlySet<string> Authenticated { get; init; } = FrozenSet<string>.Empty;
}
