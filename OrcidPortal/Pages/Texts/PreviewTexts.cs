namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of the comparison with ORCID, in <c>PreviewTexts.resx</c>.</summary>
public sealed class PreviewTexts;
