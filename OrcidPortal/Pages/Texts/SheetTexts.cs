namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of files that go out and come in, and of who changed what, in <c>SheetTexts.resx</c>.</summary>
public sealed class SheetTexts;
