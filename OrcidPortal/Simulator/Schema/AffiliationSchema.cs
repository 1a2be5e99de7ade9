using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>The form of the seven affiliations in ORCID's API v3.0; a summary says all that the whole says.</summary>
internal static class AffiliationSchema
{
    public static readonly Content Affiliation = Content.Of(
    [
        .. CommonContents.ItemBeginning,
        new One(Names.Common + "department-name", Content.Of(Texts.LongText), Min: 0),
        new One(Names.Common + "role-title", Content.Of(Texts.LongText), Min: 0),
        CommonContents.Dated("start-date"),
        CommonContents.Dated("end-date"),
        CommonContents.Organization(isRequired: false),
        CommonContents.Url,
        CommonContents.ExternalIds,
    ]).With(CommonContents.ItemAttributes) with
    {
        JsonOrder = ["created-date", "last-modified-date", "source", "put-code", Content.Rest, "display-index", "visibility", "path"],
    };
}
