using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>The form of a request for permission that a client puts into somebody's inbox.</summary>
internal static class NotificationSchema
{
    private static readonly string[] ItemTypes =
        ["employment", "education", "qualification", "invited-position", "distinction", "membership", "service", "funding", "work", "peer-review"];

    private static readonly string[] Relationships = ["self", "part-of"];

    public static readonly Content Notification = Content.Of(
        Of("notification-type", new TextRule("notification-type", Words: ["permission"])),
        new One(Names.Notification + "authorization-url", Content.Of(
            new Either([new Row([Of("uri", Texts.Uri), Of("path", Texts.Any) with { Min = 0 }]), Of("path", Texts.Any)]), Of("host", Texts.Any) with { Min = 0 })),
        Of("notification-subject", Texts.Any),
        Of("notification-intro", new TextRule("notification-intro", 1000)),
        new One(Names.Notification + "items", Content.Of(new One(Names.Notification + "item", Content.Of(
            Of("item-type", new TextRule("activity-type", Words: ItemTypes)),
            Of("item-name", new TextRule("item-name", 1000)),
            new One(Names.Common + "external-id", ExternalId, Min: 0)), Max: Part.Unbounded))),
        CommonContents.Created, Date(Names.Common + "sent-date"), Date(Names.Common + "read-date"), Date(Names.Notification + "actioned-date"),
        Date(Names.Common + "archived-date"), CommonContents.ItemBeginning.OfType<One>().Last())
        .With(new AttributeRule("put-code", Texts.PutCode, Json: JsonForm.Number)) with { JsonOrder = ["put-code", Content.Rest] };

    /// <summary>Here the list of relationships is closed by the schema itself, which is an older one.</summary>
    private static Content ExternalId => Content.Of([.. CommonContents.ExternalId(isNormalised: true).Parts.Select(p => p.Name.LocalName == "external-id-relationship"
        ? p with { Content = Content.Of(Texts.Relationship with { Words = Relationships, IsTrimmed = false }) }
        : p)]).With(CommonContents.ItemAttributes);

    private static One Of(string name, TextRule text) => new(Names.Notification + name, Content.Of(text));
    private static One Date(XName name) => new(name, CommonContents.Date, Min: 0) { IsKept = false };
}
