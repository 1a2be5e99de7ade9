namespace OrcidPortal.OrcidApi;

/// <summary>A country of a person (address-3.0.xsd).</summary>
public sealed record AddressMessage : OrcidMessage
{
    /// <inheritdoc/>
    public override OrcidSection Section => OrcidSection.Address;

    /// <summary>ISO 3166, two letters.</summary>
    public string Country { get; init; } = "";
}
