using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>Titles have 1,000 characters at most (9012). None is cut: somebody who knows the work shortens it.</summary>
internal sealed class TitleLengthRule : IRule
{
    private const int Longest = 1000;

    private static readonly LengthRule[] Titles =
    [
        new(FieldPaths.Title, ProblemCodes.TitleTooLong, Longest, r => r.Title),
        new(FieldPaths.Subtitle, ProblemCodes.SubtitleTooLong, Longest, r => r.Subtitle),
        new(FieldPaths.TranslatedTitle, ProblemCodes.TranslatedTitleTooLong, Longest, r => r.TranslatedTitle),
        new(FieldPaths.JournalTitle, ProblemCodes.JournalTitleTooLong, Longest, r => r.JournalTitle),
    ];

    public void Check(RecordReading reading, Findings findings)
    {
        foreach (var title in Titles) title.Check(reading, findings);
    }
}
