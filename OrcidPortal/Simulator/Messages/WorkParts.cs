namespace OrcidPortal.Simulator.Messages;

/// <summary>The title in another language.</summary>
internal sealed record TranslatedTitle(string? Value, string? LanguageCode);

/// <summary>The whole reference in some format.</summary>
internal sealed record Citation(string? Type, string? Value);

/// <summary>Who contributed.</summary>
internal sealed record Contributor(ContributorOrcid? Orcid, string? CreditName, string? Email, string? Sequence, string? Role);

/// <summary>The three ways in which a message repeats an iD.</summary>
internal sealed record ContributorOrcid(string? Uri, string? Path, string? Host);

/// <summary>An identifier of a work, as posted.</summary>
internal sealed record ExternalIdentifier(string? Type, string? Value, string? Url, string? Relationship);
