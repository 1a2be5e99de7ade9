using System.Text.Json;

namespace OrcidPortal.Simulator.Rules;

/// <summary>ORCID's error texts by code. Source: the message table of ORCID-Source.</summary>
internal static class ErrorTexts
{
    private static readonly Dictionary<int, ApiError> Table = Load();

    /// <param name="code">ORCID's code.</param>
    /// <param name="detail">What ORCID appends as the full validation error.</param>
    /// <param name="parameters">What stands for <c>${name}</c> in the texts.</param>
    public static ApiError Of(int code, string? detail = null, params (string Name, string Value)[] parameters)
    {
        var error = Table[code];
        foreach (var (name, value) in parameters)
        {
            error = error with
            {
                DeveloperMessage = error.DeveloperMessage.Replace("${" + name + "}", value, StringComparison.Ordinal),
                UserMessage = error.UserMessage.Replace("${" + name + "}", value, StringComparison.Ordinal),
            };
        }
        return detail is null ? error : error with { DeveloperMessage = $"{error.DeveloperMessage} Full validation error: {detail}" };
    }

    /// <summary>What the web layer itself refuses goes out as 9001 with its own status: 404, 405, 406, 415.</summary>
    public static ApiError Web(int status, string detail) => Of(9001, detail) with { Status = status };

    private static Dictionary<int, ApiError> Load()
    {
        using var stream = typeof(ErrorTexts).Assembly.GetManifestResourceStream("OrcidPortal.Simulator.Vocabularies.error-codes.json")
            ?? throw new InvalidOperationException("The error texts are missing from the assembly.");
        return JsonSerializer.Deserialize<List<ApiError>>(stream, JsonSerializerOptions.Web)!.ToDictionary(e => e.Code);
    }
}
