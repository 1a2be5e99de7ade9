using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Messages;

/// <summary>ORCID's error body.</summary>
internal static class ErrorMessage
{
    private const string MoreInfo = "https://members.orcid.org/api/resources/troubleshooting";

    public static XElement Xml(ApiError error) => new(
        Names.Error + "error",
        new XElement(Names.Error + "response-code", error.Status), new XElement(Names.Error + "developer-message", Characters.Legal(error.DeveloperMessage)),
        new XElement(Names.Error + "user-message", Characters.Legal(error.UserMessage)), new XElement(Names.Error + "error-code", error.Code),
        new XElement(Names.Error + "more-info", MoreInfo));

    public static JsonObject Json(ApiError error) => new()
    {
        ["response-code"] = error.Status, ["developer-message"] = error.DeveloperMessage, ["user-message"] = error.UserMessage,
        ["error-code"] = error.Code, ["more-info"] = MoreInfo,
    };
}
