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

    /// <summary>Words for a refusal of the framework.</summary>
    public static ProblemHttpResult Of(int status) => TypedResults.Problem(
        status switch
        {
            StatusCodes.Status400BadRequest => "The request could not be read: its body is not the JSON that /openapi/v1.json describes, or a parameter is not of its type.",
            StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json lists the addresses.",
            StatusCodes.Status405MethodNotAllowed => "This address does not take this method. /openapi/v1.json lists the methods.",
            StatusCodes.Status413PayloadTooLarge => "The request is larger than the portal takes.",
            StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
            _ => "The request could not be carried out. Look at the portal's log at this time.",
        },
        statusCode: status);

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
