using Microsoft.AspNetCore.Http.HttpResults;

namespace OrcidPortal.Api;

/// <summary>What goes wrong, as problem details (RFC 9457): a title that names the case and a detail that says what to do.</summary>
internal static class ApiProblem
{
    public static ProblemHttpResult BadRequest(string detail, string? field = null) => TypedResults.Problem(
        detail, title: "The request cannot be carried out as it is", statusCode: StatusCodes.Status400BadRequest,
        extensions: field is null ? null : [KeyValuePair.Create<string, object?>("field", field)]);

    public static ProblemHttpResult NotFound(string what) => TypedResults.Problem(
        $"There is no {what}.", title: "Not found", statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(
        detail, title: "Somebody else was faster", statusCode: StatusCodes.Status409Conflict);

    /// <summary>Reads a value of a closed list, in any case.</summary>
    /// <returns>False with the problem where it is not one; true with null where none was given.</returns>
    public static bool TryRead<T>(string? text, string name, out T? value, out ProblemHttpResult? problem) where T : struct, Enum
    {
        (value, problem) = (null, null);
        if (string.IsNullOrEmpty(text)) return true;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) && !char.IsAsciiDigit(text[0]))
        {
            value = parsed;
            return true;
        }
        problem = BadRequest($"{name} is one of {string.Join(", ", Enum.GetNames<T>())}.", name);
        return false;
    }
}
