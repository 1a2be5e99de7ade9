namespace OrcidPortal.OrcidApi;

/// <summary>A keyword of a person (keyword-3.0.xsd).</summary>
public sealed record KeywordMessage : OrcidMessage
{
    /// <inheritdoc/>
    public override OrcidSection Section => OrcidSection.Keyword;

    /// <summary>The word or words, 1 to 255 characters.</summary>
    public string Content { get; init; } = "";
}
