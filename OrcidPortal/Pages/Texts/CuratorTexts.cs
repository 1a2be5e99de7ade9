namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of the curators' pages, in <c>CuratorTexts.resx</c>.</summary>
public sealed class CuratorTexts;
