namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of the researcher pages, in <c>ResearcherTexts.resx</c>.</summary>
public sealed class ResearcherTexts;
