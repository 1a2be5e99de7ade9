using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>The form of a funding and of its summary in ORCID's API v3.0.</summary>
internal static class FundingSchema
{
    private static readonly string[] Order = [Content.Rest, "visibility", "put-code", "path"];

    public static readonly Content Funding = Content.Of(
    [
        .. CommonContents.ItemBeginning,
        Type,
        new One(Names.Funding + "organization-defined-type", Content.Of(Texts.Text255).AsValue(), Min: 0),
        Title with { Min = 0 },
        new One(Names.Funding + "short-description", Content.Of(Texts.ShortDescription), Min: 0),
        new One(Names.Funding + "amount", Content.Of(Texts.Code, new AttributeRule("currency-code", Texts.Code, Required: true, IsKept: true)).AsValue(), Min: 0),
        CommonContents.Url,
        CommonContents.Dated("start-date"),
        CommonContents.Dated("end-date"),
        CommonContents.ExternalIds,
        CommonContents.Contributors(Names.Funding, hasSequence: false),
        CommonContents.Organization(isRequired: true),
    ]).With(CommonContents.ItemAttributes) with { JsonOrder = Order };

    public static readonly Content Summary = Content.Of(
    [
        .. CommonContents.ItemBeginning, Title, CommonContents.ExternalIds, CommonContents.Url, Type, CommonContents.Dated("start-date"), CommonContents.Dated("end-date"),
        CommonContents.Organization(isRequired: true),
    ]).With(CommonContents.ItemAttributes) with { JsonOrder = [.. Order, "display-index"] };

    private static One Type => new(Names.Funding + "type", Content.Of(Texts.FundingType));

    private static One Title => new(Names.Funding + "title", Content.Of(
        new One(Names.Common + "title", Content.Of(Texts.Title).AsValue()),
        new One(Names.Common + "translated-title", CommonContents.TranslatedTitle, Min: 0)));
}
