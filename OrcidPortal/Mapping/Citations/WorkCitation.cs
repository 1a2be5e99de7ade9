using OrcidPortal.Data.Entities;

namespace OrcidPortal.Mapping.Citations;

/// <summary>The BibTeX entry of a work, from what is known of it here.</summary>
internal static class WorkCitation
{
    /// <summary>One valid entry, in lines parted by <c>\n</c>.</summary>
    internal static string BibTeX(RecordFields fields, MappingContext context) => BibTeXCitation.Of(RecordMapper.Map(RecordKind.Work, fields, context).Work!);
}
