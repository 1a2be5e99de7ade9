using OrcidPortal.Data.Entities;

namespace OrcidPortal.Mapping;

/// <summary>Puts the value that a problem suggests where it belongs. Pure.</summary>
public static class SuggestedValues
{
    /// <summary>The identifier with the part that is wrong put right.</summary>
    /// <param name="code">Of the problem.</param>
    /// <param name="suggestion">What it suggests.</param>
    public static FieldIdentifier In(FieldIdentifier identifier, string code, string suggestion)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        ArgumentNullException.ThrowIfNull(suggestion);
        return code switch
        {
            ProblemCodes.ExternalIdTypeUnknown or ProblemCodes.ExternalIdTypeDoubtful when suggestion.Split(':', 2) is [var type, var value] => identifier with { Type = type, Value = value },
            ProblemCodes.ExternalIdUrlInvalid or ProblemCodes.PersonIdentifierUrlRequired => identifier with { Url = suggestion },
            ProblemCodes.ExternalIdRelationshipInvalid => identifier with { Relationship = suggestion },
            _ => identifier with { Value = suggestion },
        };
    }
}
