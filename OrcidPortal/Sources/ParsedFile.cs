using OrcidPortal.Data.Entities;

namespace OrcidPortal.Sources;

/// <summary>What a parser makes of a file.</summary>
internal abstract record ParsedFile
{
    private ParsedFile()
    {
    }

    /// <summary>The entries in the order of the file, the rejected ones among them.</summary>
    public sealed record Entries(IReadOnlyList<ParsedEntry> Items) : ParsedFile;

    /// <summary>The file as a whole cannot be taken.</summary>
    /// <param name="Sentence">Why, for the person who handed it in.</param>
    public sealed record Unreadable(string Sentence) : ParsedFile;
}

/// <summary>One entry of a file.</summary>
/// <param name="Line">The line where it begins, from 1.</param>
/// <param name="Key">Its citation key or id as the file has it; empty where it has none.</param>
/// <param name="Fields">What it says of the work; null where it was rejected.</param>
/// <param name="Rejection">Why it cannot be a record; null where it can.</param>
internal sealed record ParsedEntry(int Line, string Key, RecordFields? Fields, string? Rejection)
{
    public static ParsedEntry Rejected(int line, string key, string reason) => new(line, key, null, reason);

    /// <summary>Takes the fields when they can be a record, and rejects them otherwise.</summary>
    public static ParsedEntry Of(int line, string key, RecordFields fields) =>
        fields.Title is null && fields.ExternalIds.Count == 0 && fields.Url is null
            ? Rejected(line, key, Rejections.NothingToKnowItBy)
            : new(line, key, fields, null);
}
