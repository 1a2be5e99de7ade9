namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of the directory of organisations, in <c>OrganizationTexts.resx</c>.</summary>
public sealed class OrganizationTexts;
