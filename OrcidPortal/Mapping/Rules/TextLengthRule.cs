using System.Globalization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>Titles have 1,000 characters at most (9012). None is cut: somebody who knows the work shortens it.</summary>
internal sealed class TextLengthRule : IWorkRule
{
    private const int Longest = 1000;

    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        var message = mapping.Message;
        if (message.Title.Length > Longest) yield return TooLong(WorkProblems.TitleTooLong, FieldPaths.Title, message.Title);
        if (message.Subtitle?.Length > Longest) yield return TooLong(WorkProblems.SubtitleTooLong, FieldPaths.Subtitle, message.Subtitle);
        if (message.JournalTitle?.Length > Longest) yield return TooLong(WorkProblems.JournalTitleTooLong, FieldPaths.JournalTitle, message.JournalTitle);
    }

    private static Problem TooLong(string code, string field, string text) =>
        new(code, ProblemSeverity.Blocks, field, text.Length.ToString(CultureInfo.InvariantCulture));
}
