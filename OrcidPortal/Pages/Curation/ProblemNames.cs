using Microsoft.Extensions.Localization;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Curation;

/// <summary>A kind of problem in a few words, for filters and counts; the sentence about one work is Mapping's.</summary>
public sealed class ProblemNames(IStringLocalizer<CuratorTexts> texts)
{
    /// <summary>"Publication date is not a date"; a code without words is shown as it is.</summary>
    public string Of(string code)
    {
        var text = texts[$"Problem.{code}"];
        return text.ResourceNotFound ? code : text.Value;
    }
}
