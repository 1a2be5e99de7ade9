namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of the pages that compare with ORCID, in <c>ReconcileTexts.resx</c>.</summary>
public sealed class ReconcileTexts;
