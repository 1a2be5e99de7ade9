namespace OrcidPortal.Pages.Texts;

/// <summary>The texts of the frame and the shared parts, in <c>FrameTexts.resx</c>.</summary>
public sealed class FrameTexts;
