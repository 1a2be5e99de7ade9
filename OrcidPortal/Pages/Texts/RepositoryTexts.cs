namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of what goes back to the repository, in <c>RepositoryTexts.resx</c>.</summary>
public sealed class RepositoryTexts;
