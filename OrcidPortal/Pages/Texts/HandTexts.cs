namespace OrcidPortal.Pages.Texts;

/// <summary>What people hand to each other: proposals, questions, assignments, failures; in <c>HandTexts.resx</c>.</summary>
public sealed class HandTexts;
