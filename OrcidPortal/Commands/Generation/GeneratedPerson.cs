using OrcidPortal.Data.Entities;
using OrcidPortal.Push;

namespace OrcidPortal.Commands.Generation;

/// <summary>A person with what planning must know of them, while records are generated.</summary>
internal sealed class GeneratedPerson(Person person, Connection? connection, Preference? preference, int works, int department)
{
    private readonly Dictionary<(string Section, string Key), string> _foreign = [];
    private PersonFacts? _facts;

    public Person Person { get; } = person;
    public Connection? Connection { get; } = connection;

    /// <summary>Their own choice; null: the default.</summary>
    public Preference? Preference { get; } = preference;

    /// <summary>Works of which they are the first owner.</summary>
    public int OwnWorks { get; } = works;

    /// <summary>Their department's place in the list; partners are looked for there first.</summary>
    public int Department { get; } = department;

    /// <summary>Works they have, or will have: own ones and those others share with them.</summary>
    public int Works { get; set; } = works;

    /// <summary>Keys of their positions and profile items: of two with the same, ORCID would refuse the second.</summary>
    public HashSet<(RecordKind Kind, string Key)> Taken { get; } = [];

    public PersonFacts Facts => _facts ??= new PersonFacts(Person, Connection, Preference ?? new Preference { PersonId = Person.Id }, _foreign, new Dictionary<Guid, string>());

    /// <summary>ORCID holds it from somebody else.</summary>
    public void AddForeign(string section, string key, string source) => _foreign[(section, key)] = source;
}
