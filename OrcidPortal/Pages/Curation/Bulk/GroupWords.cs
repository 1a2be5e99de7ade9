using Microsoft.Extensions.Localization;
using OrcidPortal.Curation;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Pages.Texts;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Pages.Curation.Bulk;

/// <summary>Groups of works and fixes for many, in words.</summary>
public sealed class GroupWords(ProblemNames problems, SourceWords sources, FieldChoices choices, IStringLocalizer<BulkTexts> texts, IStringLocalizer<CuratorTexts> fields)
{
    /// <summary>Why the works of a group wait, a sentence.</summary>
    public string Sentence(FixGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return ProblemGroups.Read(group.About) switch
        {
            { Dimension: ProblemGroups.IdentifierDimension } about => $"{problems.Of(group.Code)}: {texts["Groups.Identifiers", about.Key]}",
            { } => ProblemSentences.For(group.Code, group.Field, group.Value, null).What,
            null => $"{problems.Of(group.Code)}. {(group.Source.Length > 0 ? texts["Groups.From", sources.Kind(group.Source)] : texts["Groups.FromHand"])}",
        };
    }

    /// <summary>What a fix does, a few words.</summary>
    public string Of(BulkFix fix, string? organization)
    {
        ArgumentNullException.ThrowIfNull(fix);
        return fix.Kind switch
        {
            BulkFixKind.Word => fix.Value is null ? texts["Name.WordNone", Bare(fix.Word!)] : texts["Name.Word", Bare(fix.Word!), choices.NameOfWord(fix.Vocabulary!, fix.Value)],
            BulkFixKind.Organization => texts["Name.Organization", fix.Word!, organization ?? "–"],
            BulkFixKind.SetField => fix.Value is null ? texts["Name.SetFieldEmpty", fields[$"Field.{fix.Field}"]] : texts["Name.SetField", fields[$"Field.{fix.Field}"], choices.NameOf(fix.Field!, fix.Value)],
            _ => texts["Name.Suggestions"],
        };
    }

    /// <summary>A word without the scheme it was found with.</summary>
    public static string Bare(string word) => word.Split(':', 2) is [_, { Length: > 0 } bare] ? bare : word;

    /// <summary>The name of a vocabulary as its page calls it.</summary>
    public string Vocabulary(string name) => fields[$"Vocabulary.{name}"];
}
