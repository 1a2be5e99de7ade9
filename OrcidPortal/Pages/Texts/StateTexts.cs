namespace OrcidPortal.Pages.Texts;

/// <summary>What each state means, in <c>StateTexts.resx</c>.</summary>
public sealed class StateTexts;
