using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Leaves the parser from wherever it is; caught by <see cref="JsonBody"/> only.</summary>
internal sealed class JsonReadException(ApiError error) : Exception(error.DeveloperMessage)
{
    public ApiError Error { get; } = error;
}
