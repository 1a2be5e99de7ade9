using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Messages;

/// <summary>ORCID's error body.</summary>
internal static class ErrorMessage
{
    private const string MoreInfo = "https://members.orcid.org/api/resources/troubleshooting";

    public static Leaf Of(ApiError error) => new(
        new XElement(
            Names.Error + "error",
            Part("response-code", error.Status.ToString(CultureInfo.InvariantCulture)), Part("developer-message", error.DeveloperMessage),
            Part("user-message", error.UserMessage), Part("error-code", error.Code.ToString(CultureInfo.InvariantCulture)), Part("more-info", MoreInfo)),
        RecordSchema.Error);

    private static XElement Part(string name, string text) => new(Names.Error + name, Characters.Legal(text));
}
