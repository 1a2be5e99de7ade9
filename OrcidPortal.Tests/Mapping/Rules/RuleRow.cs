using CsCheck;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;

namespace OrcidPortal.Tests.Mapping.Rules;

/// <summary>One rule: the one change that makes a sound record break it and no other, and what ORCID says to the same thing.</summary>
/// <param name="Code">The problem it is.</param>
/// <param name="Kind">Whose sound record is broken; where a rule blocks some kinds and warns of others, one that it blocks.</param>
/// <param name="Severity">How heavy it is for this kind.</param>
/// <param name="Field">Where it stands.</param>
/// <param name="Break">The change.</param>
internal sealed record RuleRow(string Code, RecordKind Kind, ProblemSeverity Severity, string Field, Func<RecordFields, RecordFields> Break)
{
    /// <summary>What else changes in what is known of the record.</summary>
    public Func<MappingContext, MappingContext> BreakContext { get; init; } = c => c;

    /// <summary>What the sound message would say if the rule let it pass: all from the one to the other of "a…b", and what stands in its place.</summary>
    public (string Find, string Replace)? Sent { get; init; }

    /// <summary>ORCID's code against that; 9012 is the schema's.</summary>
    public int Refused { get; init; }

    /// <summary>Where ORCID takes it: the words of <c>facts/orcid.md</c> that say so.</summary>
    public string? Laxer { get; init; }

    /// <summary>A value that would be right, where one can be computed.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Found only among several records of a person, when planning.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>How many works the record at ORCID holds already.</summary>
    public int WorksHeld { get; init; }

    /// <summary>Whether ORCID holds the same item already.</summary>
    public bool IsHeld { get; init; }

    public RecordFields Sound => SoundRecords.Of(Kind);

    /// <summary>Sound records with anything in the fields that have nothing to do with the rule.</summary>
    public Gen<RecordFields> AnySound => IsPlanned ? Gen.Const(Sound) : SoundRecords.Any(Kind, Field);

    public RecordFields Broken => Break(Sound);
    public MappingContext SoundContext => SoundRecords.ContextOf(Kind);
    public MappingContext BrokenContext => BreakContext(SoundContext);

    /// <summary>The section of the API.</summary>
    public string Path => KindSections.Of(Kind).ItemPath();

    /// <summary>A sound record as it goes.</summary>
    public string Message(RecordFields sound) => Text(RecordMapper.Map(Kind, sound, SoundContext).Message);

    /// <summary>The problem as the mapper tells it, or as the planner does.</summary>
    public Problem Found => IsPlanned ? new Problem(Code, Severity, Field, "On rivers") : RecordMapper.Validate(Kind, Broken, BrokenContext).ShouldHaveSingleItem();

    public static string Text(OrcidMessage message) => System.Text.Encoding.UTF8.GetString(OrcidMessages.ToXml(message));

    public override string ToString() => Code;
}
