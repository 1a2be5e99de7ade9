using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Schema;

/// <summary>The form of the short account of a record (<c>/summary</c>): what there is, how much of it, and how much was added by others.</summary>
internal static class SummarySchema
{
    public static readonly Content Summary = Content.Of(
        CommonContents.Created, CommonContents.LastModified, Text("credit-name"), new One(Names.Common + "orcid-identifier", CommonContents.Orcid, Min: 0),
        Group("external-identifiers", Many("external-identifier", Number("put-code"), Text("external-id-type"), Text("external-id-value"), Text("external-id-url"), Flag("validated"))),
        Group("employments", Number("count"), Many("employment", Position)),
        Group("professional-activities", Number("count"), Many("professional-activity", Position)),
        Group("fundings", Number("self-asserted-count"), Number("validated-count")),
        Group("works", Number("self-asserted-count"), Number("validated-count")),
        Group("peer-reviews", Number("peer-review-publication-grants"), Number("self-asserted-count"), Number("total")),
        Group("education-qualifications", Number("count"), Many("education-qualification", Position)),
        Group("email-domains", Number("count"), Many("email-domain", Text("value"), Text("verification-date"))));

    private static One[] Position =>
    [
        Number("put-code"), Text("type"), Text("organization-name"), Text("role"), Text("url"), CommonContents.Dated("start-date"), CommonContents.Dated("end-date"), Flag("validated"),
    ];

    private static One Text(string name) => Of(name, Content.Of(Texts.Any));
    private static One Number(string name) => Of(name, Content.Of(Texts.Any).As(JsonForm.Number));
    private static One Flag(string name) => Of(name, Content.Of(Texts.Any).As(JsonForm.Flag));
    private static One Group(string name, params One[] parts) => Of(name, Content.Of(parts));
    private static One Many(string name, params One[] parts) => Of(name, Content.Of(parts)) with { Max = Part.Unbounded };
    private static One Of(string name, Content content) => new(Names.Section("summary") + name, content, Min: 0);
}
