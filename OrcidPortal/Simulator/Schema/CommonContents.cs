using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>What all kinds of items have in common: who added them and when, identifiers, dates, organisations, references to people and clients.</summary>
internal static class CommonContents
{
    /// <summary>What an item may carry around its own content; a client's word on it counts for nothing.</summary>
    public static AttributeRule[] ItemAttributes =>
    [
        new("put-code", Texts.PutCode, Json: JsonForm.Number), new("visibility", Texts.Visibility), new("display-index", Texts.Any), new("path", Texts.Any),
    ];

    public static Part[] ItemBeginning => [Created, LastModified, new One(Names.Common + "source", Source, Min: 0) { IsKept = false }];

    public static One Created => new(Names.Common + "created-date", Date, Min: 0) { IsKept = false };
    public static One LastModified => new(Names.Common + "last-modified-date", Date, Min: 0) { IsKept = false };
    public static Content Date => Content.Of(Texts.DateTime).As(JsonForm.Date);

    public static Content PartialDate => Content.Of(
        new One(Names.Common + "year", Content.Of(Texts.Year).AsValue()),
        new Row([new One(Names.Common + "month", Content.Of(Texts.Month).AsValue()), new One(Names.Common + "day", Content.Of(Texts.Day).AsValue(), Min: 0)], Min: 0));

    public static One Dated(string name) => new(Names.Common + name, PartialDate, Min: 0);

    public static One Url => new(Names.Common + "url", Content.Of(Texts.Uri).AsValue(), Min: 0);

    public static Content Orcid => Reference(Texts.OrcidUri, Texts.OrcidPath);

    public static Content TranslatedTitle => Content.Of(Texts.Title, new AttributeRule("language-code", Texts.Any, Required: true, IsKept: true)).AsValue();

    public static One ExternalIds => new(Names.Common + "external-ids", Content.Of(
        new One(Names.Common + "external-id", ExternalId(isNormalised: true), Min: 0, Max: Part.Unbounded)), Min: 0);

    /// <param name="isNormalised">Whether the registry shows the normalised value beside the one that was given.</param>
    public static Content ExternalId(bool isNormalised) => Content.Of(
    [
        .. ItemBeginning.OfType<One>().Select(p => p with { IsInJson = !isNormalised }),
        new One(Names.Common + "external-id-type", Content.Of(Texts.NotBlankCode)),
        new One(Names.Common + "external-id-value", Content.Of(Texts.NotBlankCode)),
        new One(Names.Common + "external-id-normalized", Content.Of(Texts.NotBlank, Transient).AsValue(), Min: 0) { IsKept = false, IsInJson = isNormalised },
        new One(Names.Common + "external-id-normalized-error", NormalisationError, Min: 0) { IsKept = false, IsInJson = isNormalised },
        new One(Names.Common + "external-id-url", Content.Of(Texts.Uri).AsValue(), Min: 0),
        new One(Names.Common + "external-id-relationship", Content.Of(Texts.Relationship), Min: 0),
    ]).With(ItemAttributes);

    /// <param name="isRequired">Whether an item needs one.</param>
    public static One Organization(bool isRequired) => new(Names.Common + "organization", Content.Of(
        new One(Names.Common + "name", Content.Of(Texts.LongText)),
        new One(Names.Common + "address", Content.Of(
            new One(Names.Common + "city", Content.Of(Texts.LongText), Min: 0),
            new One(Names.Common + "region", Content.Of(Texts.LongText), Min: 0),
            new One(Names.Common + "country", Content.Of(Texts.Code), Min: 0))),
        new One(Names.Common + "disambiguated-organization", Content.Of(
            new One(Names.Common + "disambiguated-organization-identifier", Content.Of(Texts.ShortText)),
            new One(Names.Common + "disambiguation-source", Content.Of(Texts.ShortText))), Min: 0)), Min: isRequired ? 1 : 0);

    /// <summary>Who contributed; works also say in which place.</summary>
    public static One Contributors(XNamespace space, bool hasSequence) => new(space + "contributors", Content.Of(
        new One(space + "contributor", Content.Of(
            new One(Names.Common + "contributor-orcid", Orcid, Min: 0),
            new One(space + "credit-name", Content.Of(Texts.CreditName).AsValue(), Min: 0),
            new One(space + "contributor-email", Content.Of(Texts.Email), Min: 0) { IsKept = false },
            new One(space + "contributor-attributes", Content.Of(
            [
                .. hasSequence ? new Part[] { new One(space + "contributor-sequence", Content.Of(Texts.Sequence), Min: 0) } : [],
                new One(space + "contributor-role", Content.Of(Texts.Code), Min: 0),
            ]), Min: 0)), Min: 0, Max: Part.Unbounded)), Min: 0) { IsNeverNull = true };

    private static Content NormalisationError => Content.Of(
        new One(Names.Common + "error-code", Content.Of(Texts.NotBlank), Min: 0),
        new One(Names.Common + "error-message", Content.Of(Texts.NotBlank), Min: 0)).With(Transient) with { JsonOrder = [Content.Rest, "transient"] };

    private static AttributeRule Transient => new("transient", Texts.Transient, Required: true, Json: JsonForm.Flag);

    private static Content Source => Content.Of(
        new Either([new One(Names.Common + "source-orcid", Orcid), new One(Names.Common + "source-client-id", Client)], Min: 0),
        new One(Names.Common + "source-name", Content.Of(Texts.Any).AsValue(), Min: 0),
        new Either([new One(Names.Common + "assertion-origin-orcid", Orcid), new One(Names.Common + "assertion-origin-client-id", Client)], Min: 0),
        new One(Names.Common + "assertion-origin-name", Content.Of(Texts.Any).AsValue(), Min: 0));

    private static Content Client => Reference(Texts.ClientUri, Texts.ClientPath);

    /// <summary>By address, by path or by both.</summary>
    private static Content Reference(TextRule uri, TextRule path) => Content.Of(
        new Either(
        [
            new Row([new One(Names.Common + "uri", Content.Of(uri)), new One(Names.Common + "path", Content.Of(path), Min: 0)]),
            new One(Names.Common + "path", Content.Of(path)),
        ]),
        new One(Names.Common + "host", Content.Of(Texts.Code), Min: 0));
}
