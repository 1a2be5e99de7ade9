using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>The form of what stands around the items of a record, and of errors and clients.</summary>
internal static class RecordSchema
{
    public static readonly Content Preferences = Content.Of(new One(Names.Preferences + "locale", Content.Of(Texts.Any)));

    public static readonly Content History = Content.Of(
        Of("creation-method", JsonForm.Constant), Of("completion-date", JsonForm.Date), Of("submission-date", JsonForm.Date), CommonContents.LastModified,
        Of("claimed", JsonForm.Flag), CommonContents.ItemBeginning.OfType<One>().Last(), Of("deactivation-date", JsonForm.Date),
        Of("verified-email", JsonForm.Flag), Of("verified-primary-email", JsonForm.Flag));

    public static readonly Content Error = Content.Of(
        InError("response-code", JsonForm.Number), InError("developer-message", JsonForm.Text), InError("user-message", JsonForm.Text),
        InError("error-code", JsonForm.Number), InError("more-info", JsonForm.Text));

    public static readonly Content Client = Content.Of(InClient("name"), InClient("description"));

    private static One Of(string name, JsonForm form) => new(Names.History + name, Content.Of(Texts.Any).As(form), Min: 0);
    private static One InError(string name, JsonForm form) => new(Names.Error + name, Content.Of(Texts.Any).As(form), Min: 0);
    private static One InClient(XName name) => new(Names.Client + name.LocalName, Content.Of(Texts.Any).AsValue());
}
