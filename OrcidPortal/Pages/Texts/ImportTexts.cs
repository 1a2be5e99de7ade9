namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of imports, in <c>ImportTexts.resx</c>.</summary>
public sealed class ImportTexts;
