namespace OrcidPortal.Pages.Parts;

/// <summary>Who a sentence is for: researchers read no codes, curators the sentence first and the code behind it, admins both.</summary>
public enum Audience { Researcher, Curator, Admin }
