using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>Somebody of the institution, as they see it themselves.</summary>
internal sealed class SimulatedPerson(int number)
{
    public int Number { get; } = number;
    public Person Row { get; } = new()
    {
        Id = new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0), LocalId = $"p{number}", GivenNames = "Pat", FamilyName = $"Number{number}", SortName = $"number{number} pat",
    };

    /// <summary>The iD they have given the portal; null: none.</summary>
    public string? Orcid { get; set; }

    /// <summary>All they ever had.</summary>
    public List<string> Orcids { get; } = [];

    /// <summary>Those for which they have once confirmed a first sync.</summary>
    public HashSet<string> Agreed { get; } = [];

    /// <summary>Whether they have confirmed the first sync of this iD.</summary>
    public bool Confirmed { get; set; }

    /// <summary>Whether they took the permission back at ORCID.</summary>
    public bool Revoked { get; set; }
    public Preference Choice { get; } = new() { Mode = SendMode.AtOnce };
    public List<SimulatedItem> Items { get; } = [];

    public bool Wants(RecordKind kind) => OrcidPortal.Push.KindChoices.Wants(Choice, kind);
    public override string ToString() => $"P{Number}";
}

/// <summary>A work, funding or position, as its source has it.</summary>
internal sealed class SimulatedRecord(int number, RecordKind kind, bool hasIdentifier)
{
    public int Number { get; } = number;
    public RecordKind Kind { get; } = kind;
    public int Edition { get; set; } = 1;
    public Guid Id { get; set; }

    /// <summary>Whether another system sent it, too: at ORCID it is whose DOI it has.</summary>
    public bool IsElsewhere { get; set; }

    /// <summary>Whether its DOI came from another record.</summary>
    public bool HasMoved { get; set; }

    /// <summary>The DOI of a work; null: it has none.</summary>
    public string? Identifier { get; set; } = hasIdentifier ? $"10.5555/simulation.{number}" : null;

    public RecordDraft DraftFor(SimulatedPerson person) => new(Kind, "api:simulation", $"{Number}", Kind switch
    {
        RecordKind.Work => new RecordFields
        {
            Title = Mark.Title(Number, Edition), Type = new TypeValue("bibtex", "article"), PublicationDate = "2018-10",
            ExternalIds = Identifier is { } doi ? [new FieldIdentifier("doi", doi)] : [],
        },
        RecordKind.Funding => new RecordFields
        {
            Title = Mark.Title(Number, Edition), Type = new TypeValue("", "Fellowship"), OrganizationName = "Deutsche Forschungsgemeinschaft", OrganizationId = "https://ror.org/018mejw64",
            OrganizationCountry = "Germany", StartDate = "2015", ExternalIds = [new FieldIdentifier("grant_number", $"S-{Number}")],
        },
        _ => new RecordFields
        {
            RoleTitle = Mark.Role(Number), OrganizationName = "Brown University", OrganizationId = "https://ror.org/05gq02987", StartDate = "1999", EndDate = Mark.End(Edition),
        },
    }, person.Row.Id);

    public override string ToString() => $"{Kind} {Number}.{Edition}";
}

/// <summary>What somebody wants of a record of theirs.</summary>
internal sealed class SimulatedItem(SimulatedPerson person, SimulatedRecord record)
{
    public SimulatedPerson Person { get; } = person;
    public SimulatedRecord Record { get; } = record;

    /// <summary>Since when it is no longer theirs; null: it is.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public bool Excluded { get; set; }

    /// <summary>Whether the person removed at ORCID what the portal knew to stand there.</summary>
    public Removal Removal { get; set; }

    /// <summary>Calls that may count as attempts: all but those that surely were not taken.</summary>
    public int Attempts { get; set; }

    public bool MayBeSent => !Excluded && Person.Wants(Record.Kind);
    public override string ToString() => $"{Person} {Record}";
}

internal enum Removal
{
    No,

    /// <summary>The portal cannot tell that from never having been there.</summary>
    Unclear,
    Yes,
}
