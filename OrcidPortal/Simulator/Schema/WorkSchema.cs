using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>The form of a work and of its summary in ORCID's API v3.0: elements in their order, how often, how long, which words.</summary>
internal static class WorkSchema
{
    public static readonly Content Work = Content.Of(
    [
        .. CommonContents.ItemBeginning,
        Title,
        JournalTitle,
        new One(Names.Work + "short-description", Content.Of(Texts.ShortDescription), Min: 0),
        new One(Names.Work + "citation", Citation, Min: 0),
        Type,
        CommonContents.Dated("publication-date"),
        CommonContents.ExternalIds,
        CommonContents.Url,
        CommonContents.Contributors(Names.Work, hasSequence: true),
        new One(Names.Common + "language-code", Content.Of(Texts.Code), Min: 0),
        new One(Names.Common + "country", Content.Of(Texts.Code, new AttributeRule("visibility", Texts.Visibility)).AsValue(), Min: 0),
    ]).With(CommonContents.ItemAttributes) with
    {
        JsonOrder = ["created-date", "last-modified-date", "source", "put-code", "path", Content.Rest, "visibility"],
    };

    public static readonly Content Summary = Content.Of(
        [.. CommonContents.ItemBeginning, Title, CommonContents.ExternalIds with { IsNeverNull = true }, CommonContents.Url, Type, CommonContents.Dated("publication-date"), JournalTitle])
        .With(CommonContents.ItemAttributes) with { JsonOrder = ["put-code", Content.Rest, "visibility", "path", "display-index"] };

    private static One Title => new(Names.Work + "title", Content.Of(
        new One(Names.Common + "title", Content.Of(Texts.Title).AsValue()),
        new One(Names.Common + "subtitle", Content.Of(Texts.Subtitle).AsValue(), Min: 0),
        new One(Names.Common + "translated-title", CommonContents.TranslatedTitle, Min: 0)));

    private static One JournalTitle => new(Names.Work + "journal-title", Content.Of(Texts.Title).AsValue(), Min: 0);

    private static One Type => new(Names.Work + "type", Content.Of(Texts.WorkType));

    private static Content Citation => Content.Of(
        new One(Names.Work + "citation-type", Content.Of(Texts.CitationType)),
        new One(Names.Work + "citation-value", Content.Of(Texts.Any)));
}
