using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>The form of what a record says of the person in ORCID's API v3.0.</summary>
internal static class PersonSchema
{
    public static readonly Content OtherName = Item(new One(Names.Section("other-name") + "content", Content.Of(Texts.Text255)));

    public static readonly Content Keyword = Item(new One(Names.Section("keyword") + "content", Content.Of(Texts.Text255)));

    public static readonly Content Address = Item(new One(Names.Section("address") + "country", Content.Of(Texts.Code).AsValue()));

    public static readonly Content ResearcherUrl = Item(
        new One(Names.Section("researcher-url") + "url-name", Content.Of(Texts.Text350), Min: 0),
        new One(Names.Section("researcher-url") + "url", Content.Of(Texts.Uri).AsValue()));

    public static readonly Content ExternalIdentifier = CommonContents.ExternalId(isNormalised: false).With(ItemAttributes) with { JsonOrder = Order };

    public static readonly Content Email = Content.Of([.. CommonContents.ItemBeginning, new One(Names.Section("email") + "email", Content.Of(Texts.Email))])
        .With([.. ItemAttributes, new("verified", Texts.Flag, Json: JsonForm.Flag), new("primary", Texts.Flag, Json: JsonForm.Flag)]) with
    {
        JsonOrder = ["created-date", "last-modified-date", "source", Content.Rest, "path", "visibility", "verified", "primary", "put-code"],
    };

    public static readonly Content Name = Dated(
        Named("given-names", JsonForm.Value), Named("family-name", JsonForm.Value), Named("credit-name", JsonForm.Value),
        new One(Names.Common + "source", Content.Of(Texts.Any), Min: 0));

    public static readonly Content Biography = Dated(new One(Names.PersonalDetails + "content", Content.Of(Texts.NotBlank)));

    private static string[] Order => [Content.Rest, "visibility", "path", "put-code", "display-index"];

    /// <summary>Here JSON gives the display index as a number.</summary>
    private static AttributeRule[] ItemAttributes => [.. CommonContents.ItemAttributes.Select(a => a.Name == "display-index" ? a with { Json = JsonForm.Number } : a)];

    private static Content Item(params Part[] parts) => Content.Of([.. CommonContents.ItemBeginning, .. parts]).With(ItemAttributes) with { JsonOrder = Order };

    private static Content Dated(params Part[] parts) => Content.Of([CommonContents.Created, CommonContents.LastModified, .. parts])
        .With(new AttributeRule("visibility", Texts.Visibility), new AttributeRule("path", Texts.Any)) with { JsonOrder = [Content.Rest, "visibility", "path"] };

    private static One Named(XName name, JsonForm form) => new(Names.PersonalDetails + name.LocalName, Content.Of(Texts.CreditName).As(form), Min: 0);
}
