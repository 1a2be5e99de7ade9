using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>What all kinds of items have in common: who added them and when, identifiers, dates, references to people and clients.</summary>
internal static class CommonContents
{
    /// <summary>What an item may carry around its own content; a client's word on it counts for nothing.</summary>
    public static AttributeRule[] ItemAttributes =>
        [new("put-code", Texts.PutCode), new("visibility", Texts.Visibility), new("display-index", Texts.Any), new("path", Texts.Any)];

    public static Part[] ItemBeginning =>
    [
        new One(Names.Common + "created-date", Content.Of(Texts.DateTime), Min: 0),
        new One(Names.Common + "last-modified-date", Content.Of(Texts.DateTime), Min: 0),
        new One(Names.Common + "source", Source, Min: 0),
    ];

    public static Content PartialDate => Content.Of(
        new One(Names.Common + "year", Content.Of(Texts.Year)),
        new Row([new One(Names.Common + "month", Content.Of(Texts.Month)), new One(Names.Common + "day", Content.Of(Texts.Day), Min: 0)], Min: 0));

    public static Content Orcid => Reference(Texts.OrcidUri, Texts.OrcidPath);

    public static Content ExternalIds => Content.Of(new One(Names.Common + "external-id", ExternalId, Min: 0, Max: Part.Unbounded));

    private static Content ExternalId => Content.Of(
    [
        .. ItemBeginning,
        new One(Names.Common + "external-id-type", Content.Of(Texts.NotBlank)),
        new One(Names.Common + "external-id-value", Content.Of(Texts.NotBlank)),
        new One(Names.Common + "external-id-normalized", Content.Of(Texts.NotBlank, Transient), Min: 0),
        new One(Names.Common + "external-id-normalized-error", NormalisationError, Min: 0),
        new One(Names.Common + "external-id-url", Content.Of(Texts.Uri), Min: 0),
        new One(Names.Common + "external-id-relationship", Content.Of(Texts.Any), Min: 0),
    ]).With(ItemAttributes);

    private static Content NormalisationError => Content.Of(
        new One(Names.Common + "error-code", Content.Of(Texts.NotBlank), Min: 0),
        new One(Names.Common + "error-message", Content.Of(Texts.NotBlank), Min: 0)).With(Transient);

    private static AttributeRule Transient => new("transient", Texts.Transient, Required: true);

    private static Content Source => Content.Of(
        new Either([new One(Names.Common + "source-orcid", Orcid), new One(Names.Common + "source-client-id", Client)], Min: 0),
        new One(Names.Common + "source-name", Content.Of(Texts.Any), Min: 0),
        new Either([new One(Names.Common + "assertion-origin-orcid", Orcid), new One(Names.Common + "assertion-origin-client-id", Client)], Min: 0),
        new One(Names.Common + "assertion-origin-name", Content.Of(Texts.Any), Min: 0));

    private static Content Client => Reference(Texts.ClientUri, Texts.ClientPath);

    /// <summary>By address, by path or by both.</summary>
    private static Content Reference(TextRule uri, TextRule path) => Content.Of(
        new Either(
        [
            new Row([new One(Names.Common + "uri", Content.Of(uri)), new One(Names.Common + "path", Content.Of(path), Min: 0)]),
            new One(Names.Common + "path", Content.Of(path)),
        ]),
        new One(Names.Common + "host", Content.Of(Texts.Any), Min: 0));
}
