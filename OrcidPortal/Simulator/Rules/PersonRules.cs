using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Rules;

/// <summary>What ORCID holds against what is said of a person, in ORCID's order.</summary>
internal static class PersonRules
{
    private const int LongestText = 255;
    private const int LongestUrl = 2000;

    public static ApiError? CheckName(Judged judged) =>
        judged.CheckPutCode() ?? CheckSaid(judged, "content", "Content field must not be empty") ?? judged.CheckVisibility();

    public static ApiError? CheckKeyword(Judged judged) =>
        judged.CheckPutCode() ?? CheckSaid(judged, "content", "Keyword cannot be null") ?? judged.CheckVisibility();

    /// <summary>A country that the registry does not know is none.</summary>
    public static ApiError? CheckCountry(Judged judged) =>
        judged.CheckPutCode()
        ?? (Vocabulary.Countries.Contains(Said(judged, "country") ?? "") ? null : ErrorTexts.Of(9020, "Country cannot be null"))
        ?? judged.CheckVisibility();

    public static ApiError? CheckUrl(Judged judged) =>
        CheckLength("Url field", Said(judged, "url"), LongestUrl) ?? judged.CheckPutCode() ?? judged.CheckVisibility();

    /// <summary>The type is free text here; the relationship can only be that of the person. The registry calls the type a name, and both value and address a reference.</summary>
    public static ApiError? CheckIdentifier(Judged judged)
    {
        var url = judged.Item.Text(Names.Common + "external-id-url");
        return CheckLength("Common name field", ItemKeys.TypeOf(judged.Item), LongestText)
            ?? CheckLength("Reference field", ItemKeys.ValueOf(judged.Item), LongestText)
            ?? (ItemKeys.IsSelf(judged.Item) ? null : ErrorTexts.Of(9020, "Relationship field should be self for person identifiers"))
            ?? (string.IsNullOrWhiteSpace(url) ? ErrorTexts.Of(9020, "Reference field must not be empty") : CheckLength("Url", url, LongestUrl))
            ?? judged.CheckPutCode()
            ?? judged.CheckVisibility();
    }

    private static ApiError? CheckSaid(Judged judged, string name, string fault) => string.IsNullOrWhiteSpace(Said(judged, name)) ? ErrorTexts.Of(9020, fault) : null;

    private static string? Said(Judged judged, string name) => judged.Item.Text(judged.Item.Name.Namespace + name);

    private static ApiError? CheckLength(string field, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? ErrorTexts.Of(9020, $"{field} must not be empty")
        : text.Length > longest ? ErrorTexts.Of(9020, $"{field} must not be longer than {longest} characters")
        : null;
}
