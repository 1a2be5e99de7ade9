using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Rules;

/// <summary>The title, and the one in another language: both or neither of text and language.</summary>
internal static class TitleRules
{
    public static ApiError? CheckTitle(XElement item, XNamespace space) =>
        string.IsNullOrWhiteSpace(item.Element(space + "title")?.Text(Names.Common + "title")) ? ErrorTexts.Of(9022) : null;

    public static ApiError? CheckTranslated(XElement item, XNamespace space)
    {
        if (item.Element(space + "title")?.Element(Names.Common + "translated-title") is not { } title) return null;
        var language = title.Attribute("language-code")?.Value;
        if (title.Value.Length == 0) return string.IsNullOrEmpty(language) ? null : ErrorTexts.Of(9020, "Please specify a translated title or remove the language code");
        return VocabularyRules.CheckRequired(language, Vocabulary.LanguageCodes, "translated title -> language code");
    }
}
