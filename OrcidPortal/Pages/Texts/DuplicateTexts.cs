namespace OrcidPortal.Pages.Texts;

/// <summary>The texts about records that may be the same, in <c>DuplicateTexts.resx</c>.</summary>
public sealed class DuplicateTexts;
