namespace OrcidPortal.OrcidApi;

/// <summary>The kinds of item in a record that a member may write. Peer reviews and research resources are not among ours.</summary>
public enum OrcidSection
{
    /// <summary>A work.</summary>
    Work,

    /// <summary>A grant, contract, award or salary award.</summary>
    Funding,

    /// <summary>An affiliation: paid or unpaid employment.</summary>
    Employment,

    /// <summary>An affiliation: studies towards a degree.</summary>
    Education,

    /// <summary>An affiliation: an honour or distinction.</summary>
    Distinction,

    /// <summary>An affiliation: a visiting or honorary position.</summary>
    InvitedPosition,

    /// <summary>An affiliation: membership of a society.</summary>
    Membership,

    /// <summary>An affiliation: a professional qualification.</summary>
    Qualification,

    /// <summary>An affiliation: time given to an organisation.</summary>
    Service,

    /// <summary>A further name of the person.</summary>
    OtherName,

    /// <summary>A word for what the person works on.</summary>
    Keyword,

    /// <summary>A country of the person.</summary>
    Address,

    /// <summary>A website of the person.</summary>
    ResearcherUrl,

    /// <summary>The person's number in another system.</summary>
    ExternalIdentifier,
}
