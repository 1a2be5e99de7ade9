using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Rules;

/// <summary>What ORCID holds against what is said of a person.</summary>
internal static class PersonRules
{
    private const int LongestText = 255;
    private const int LongestUrl = 2000;

    /// <summary>Other names and keywords.</summary>
    public static ApiError? CheckText(Judged judged) =>
        Envelope(judged) ?? CheckLength("Content", judged.Item.Text(judged.Item.Name.Namespace + "content"), LongestText);

    public static ApiError? CheckUrl(Judged judged) =>
        Envelope(judged) ?? CheckLength("Url", judged.Item.Text(judged.Item.Name.Namespace + "url"), LongestUrl);

    public static ApiError? CheckCountry(Judged judged) =>
        Envelope(judged) ?? VocabularyRules.CheckRequired(judged.Item.Text(judged.Item.Name.Namespace + "country"), Vocabulary.Countries, "country");

    /// <summary>The type is free text here; the relationship can only be that of the person.</summary>
    public static ApiError? CheckIdentifier(Judged judged) =>
        Envelope(judged)
        ?? CheckLength("Type", ItemKeys.TypeOf(judged.Item), LongestText)
        ?? CheckLength("Value", ItemKeys.ValueOf(judged.Item), LongestText)
        ?? (ItemKeys.RelationshipOf(judged.Item) is null or "self" ? null : ErrorTexts.Of(9020, "Relationship field should be self for person identifiers"))
        ?? (string.IsNullOrWhiteSpace(judged.Item.Text(Names.Common + "external-id-url")) ? ErrorTexts.Of(9020, "Reference field must not be empty") : null);

    private static ApiError? Envelope(Judged judged) => judged.CheckPutCode() ?? judged.CheckVisibility();

    private static ApiError? CheckLength(string field, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? ErrorTexts.Of(9020, $"{field} field must not be empty")
        : text.Length > longest ? ErrorTexts.Of(9020, $"{field} field must not be longer than {longest}")
        : null;
}
