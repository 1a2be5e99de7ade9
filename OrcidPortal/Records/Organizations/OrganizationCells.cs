using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>An organisation as a line of a file: what has several values has each on a line of its own within the cell.</summary>
/// <param name="OtherNames">All but the main one.</param>
/// <param name="Identifiers">The one that is sent first.</param>
/// <param name="Sources">Whose they are, in the same order.</param>
public sealed record OrganizationCells(
    string? Id, string? Name, string? OtherNames, string? City, string? Region, string? Country, string? Identifiers, string? Sources)
{
    internal static OrganizationCells Of(Organization organization, IReadOnlyList<OrganizationId> identifiers) => new(
        organization.Id.ToString(), organization.Name,
        string.Join('\n', organization.Names.Where(n => n.Name != organization.Name).OrderBy(n => n.SortName, StringComparer.Ordinal).Select(n => n.Name)),
        organization.City, organization.Region, organization.Country,
        string.Join('\n', identifiers.Select(i => i.Value)), string.Join('\n', identifiers.Select(i => i.Source)));

    /// <summary>Whether these cells say nothing that another line does not say; a blank cell says nothing.</summary>
    internal bool SayNothingBeyond(OrganizationCells there) =>
        Same(Name, there.Name) && Same(OtherNames, there.OtherNames) && Same(City, there.City) && Same(Region, there.Region) && Same(Country, there.Country)
        && Same(Identifiers, there.Identifiers) && Same(Sources, there.Sources);

    /// <summary>The lines of a cell, without blank ones.</summary>
    internal static IReadOnlyList<string> Lines(string? cell) => (cell ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The identifiers of the line; a source that is left out is recognised by the shape, where that is possible.</summary>
    internal IReadOnlyList<OrganizationId> Ids()
    {
        // Line by line: a blank one holds its place.
        var sources = Split(Sources);
        return [.. Split(Identifiers).Select((value, n) => (Source: n < sources.Length ? sources[n] : "", Value: value)).Where(i => i.Value.Length > 0)
            .Select(i => OrganizationIdForm.Read(i.Source, i.Value) is (var source, var form) ? new OrganizationId(source, form) : new OrganizationId(i.Source, i.Value))];
    }

    private static string[] Split(string? cell) => (cell ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries);

    private static bool Same(string? said, string? there) => string.IsNullOrWhiteSpace(said) || Lines(said).SequenceEqual(Lines(there), StringComparer.Ordinal);
}

/// <summary>A line of a file about organisations.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
public sealed record OrganizationFileLine(int Line, OrganizationCells Cells);

/// <summary>An organisation for a file.</summary>
/// <param name="Records">How many records name it.</param>
public sealed record OrganizationFileRow(OrganizationCells Cells, int Records);

/// <summary>What a line of a file would do.</summary>
/// <param name="OrganizationId">The organisation it is about; null: a new one, or refused.</param>
/// <param name="Name">Of the organisation, as it would be.</param>
/// <param name="Fields">What would be another one.</param>
/// <param name="Sentence">Why it is refused, for people; else null.</param>
public sealed record OrganizationChange(int Line, FileOutcome Outcome, Guid? OrganizationId, string Name, IReadOnlyList<ChangedField> Fields, string? Sentence = null);

/// <summary>What a file would do to the directory.</summary>
/// <param name="Sentence">Why nothing of it can be saved, for people; else null.</param>
public sealed record OrganizationPlan(IReadOnlyList<OrganizationChange> Lines, string? Sentence = null)
{
    public FileFigures Figures { get; } = FileFigures.Of(Lines.Select(l => l.Outcome));

    /// <summary>What is to be changed, to see whether it is still the same.</summary>
    internal string Mark => string.Join('\n', Lines.Where(l => l.Outcome is FileOutcome.New or FileOutcome.Changed)
        .Select(l => $"{l.Line} {l.OrganizationId} {string.Join("; ", l.Fields.Select(f => $"{f.Field}: {f.Before} > {f.After}"))}"));
}

/// <summary>What became of a file.</summary>
public abstract record OrganizationImportResult
{
    private OrganizationImportResult() { }

    /// <summary>All that it was to change is changed.</summary>
    public sealed record Applied(FileFigures Figures) : OrganizationImportResult;

    /// <summary>Somebody changed the directory since it was looked at; nothing was saved.</summary>
    /// <param name="Plan">What it would do now.</param>
    public sealed record Moved(OrganizationPlan Plan) : OrganizationImportResult;
}
