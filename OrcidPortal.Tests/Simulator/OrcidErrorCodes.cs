using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OrcidPortal.Tests.Simulator;

/// <summary>ORCID's table of errors. It lies beside the checkout, not in it; without it the test is skipped.</summary>
internal static class OrcidErrorCodes
{
    private static readonly string File = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "shared", "orcid-data", "error-codes.json"));

    public static IReadOnlyList<OrcidErrorCode> All
    {
        get
        {
            Assert.SkipUnless(System.IO.File.Exists(File), "ORCID's table of errors is not beside the checkout (../shared/orcid-data/error-codes.json).");
            return JsonSerializer.Deserialize<List<OrcidErrorCode>>(System.IO.File.ReadAllText(File), JsonSerializerOptions.Web)!;
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

/// <summary>One of them; no text: the registry says the name of a Java class.</summary>
internal sealed record OrcidErrorCode(int Code, int? Http, string? DeveloperMessage, string? UserMessage);
