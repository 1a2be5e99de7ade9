namespace OrcidPortal.OrcidApi;

/// <summary>A further name of a person (other-name-3.0.xsd).</summary>
public sealed record OtherNameMessage : OrcidMessage
{
    /// <inheritdoc/>
    public override OrcidSection Section => OrcidSection.OtherName;

    /// <summary>The name, 1 to 255 characters.</summary>
    public string Content { get; init; } = "";
}
