namespace OrcidPortal.Pages.Texts;

/// <summary>Works that only ORCID has, and their way into the repository; in <c>DepositTexts.resx</c>.</summary>
public sealed class DepositTexts;
