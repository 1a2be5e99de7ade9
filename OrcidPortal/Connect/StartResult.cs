namespace OrcidPortal.Connect;

/// <summary>Where to send the browser.</summary>
/// <param name="AuthorizeUrl">ORCID's page that asks the person to sign in and agree.</param>
public sealed record StartResult(Uri AuthorizeUrl);
