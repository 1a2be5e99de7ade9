namespace OrcidPortal.OrcidApi;

/// <summary>A website of a person (researcher-url-3.0.xsd).</summary>
public sealed record ResearcherUrlMessage : OrcidMessage
{
    /// <inheritdoc/>
    public override OrcidSection Section => OrcidSection.ResearcherUrl;

    /// <summary>What the link is called, up to 350 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Required, up to 2,000 characters, absolute.</summary>
    public string Url { get; init; } = "";
}
