namespace OrcidPortal.Pages.Texts;

/// <summary>What a person's ORCID record has that we lack, in <c>SuggestionTexts.resx</c>.</summary>
public sealed class SuggestionTexts;
