namespace OrcidPortal.Records;

/// <summary>What a line of a file does, or would do.</summary>
public enum FileOutcome { New, Changed, Same, Refused }

/// <summary>How many lines of a file do what.</summary>
public sealed record FileFigures(int New, int Changed, int Same, int Refused)
{
    /// <summary>How many lines change something.</summary>
    public int Changes => New + Changed;

    internal static FileFigures Of(IEnumerable<FileOutcome> outcomes)
    {
        var counts = outcomes.CountBy(o => o).ToDictionary();
        return new(counts.GetValueOrDefault(FileOutcome.New), counts.GetValueOrDefault(FileOutcome.Changed), counts.GetValueOrDefault(FileOutcome.Same), counts.GetValueOrDefault(FileOutcome.Refused));
    }

    /// <summary>For the audit, with the name of the file as its sender called it.</summary>
    internal string Describe(string fileName)
    {
        var name = FieldCleaning.Clean(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..], 200) ?? "a file";
        return System.FormattableString.Invariant($"{New} new, {Changed} changed, {Same} the same, {Refused} refused ({name})");
    }
}

/// <summary>A field of an entry that is, or would be, another one.</summary>
/// <param name="Field">For example <c>city</c>.</param>
/// <param name="Before">Null: empty.</param>
/// <param name="After">Null: empty.</param>
public sealed record ChangedField(string Field, string? Before, string? After);
