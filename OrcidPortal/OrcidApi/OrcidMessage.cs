namespace OrcidPortal.OrcidApi;

/// <summary>An item as it travels to and from ORCID. Null and empty parts are left out.</summary>
public abstract record OrcidMessage
{
    /// <summary>Where in a record it stands.</summary>
    public abstract OrcidSection Section { get; }
}
