using Microsoft.Extensions.Localization;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Pages.Parts;

/// <summary>Who added something at ORCID, as the person whose record it is reads it.</summary>
internal static class AddedByWords
{
    /// <summary>The source's name, or the text <c>You</c> where it was the reader.</summary>
    public static string Of(string source, IStringLocalizer texts) => source == ForeignCopy.Themselves ? texts["You"] : source;
}
