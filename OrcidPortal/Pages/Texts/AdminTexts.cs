namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of the admins' pages, in <c>AdminTexts.resx</c>.</summary>
public sealed class AdminTexts;
