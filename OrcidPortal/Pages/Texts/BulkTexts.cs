namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of groups and of fixes for many records, in <c>BulkTexts.resx</c>.</summary>
public sealed class BulkTexts;
