namespace OrcidPortal.Simulator.Rules;

/// <summary>A refusal in ORCID's words, with its code and HTTP status.</summary>
internal sealed record ApiError(int Status, int Code, string DeveloperMessage, string UserMessage)
{
    /// <summary>The iD of the record that this one was merged into.</summary>
    public string? MovedTo { get; init; }

    /// <summary>ORCID names the caller in some sentences.</summary>
    public ApiError For(string clientName) => this with
    {
        DeveloperMessage = DeveloperMessage.Replace("${clientName}", clientName, StringComparison.Ordinal),
        UserMessage = UserMessage.Replace("${clientName}", clientName, StringComparison.Ordinal),
    };
}
