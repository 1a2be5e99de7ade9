namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of connecting an iD, in <c>ConnectTexts.resx</c>.</summary>
public sealed class ConnectTexts;
