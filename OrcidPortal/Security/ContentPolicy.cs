namespace OrcidPortal.Security;

/// <summary>What rooms add to the content security policy of all pages.</summary>
public sealed class ContentPolicy
{
    /// <summary>
    /// Origins to which a form of ours may lead, such as ORCID's: browsers apply the rule to redirects too. Asked once, at the first answer;
    /// null adds nothing.
    /// </summary>
    public IList<Func<IServiceProvider, string?>> FormTargets { get; } = [];
}
