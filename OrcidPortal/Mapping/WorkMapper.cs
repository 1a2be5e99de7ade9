using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Rules;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Mapping;

/// <summary>Turns our fields of a work into the message for ORCID, and says what stands against sending it. Pure; never throws.</summary>
public static class WorkMapper
{
    /// <summary>Problems of one code beyond this number are not listed: a thousand authors with the same fault need one line, not a thousand.</summary>
    private const int MostPerCode = 20;
    private const int LongestShortDescription = 5000;
    private const int LongestCreditName = 150;
    private const int LongestField = 500;

    private static readonly IReadOnlyList<IWorkRule> Rules =
    [
        new TitleRequiredRule(), new TypeKnownRule(), new OwnIdentifierRule(), new PublicationDateRule(), new TextLengthRule(), new ShortDescriptionRule(),
        new LanguageCodeRule(), new UrlRule(), new IdentifierTypeRule(), new IdentifierValueRule(), new IdentifierUrlRule(), new IdentifierRelationshipRule(),
        new FundedByRule(), new ContributorRoleRule(), new ContributorNameRule(),
    ];

    /// <summary>Maps one work. What ORCID would refuse and the work can do without is left out and warned of; the rest blocks.</summary>
    /// <param name="fields">The record's effective fields, from whatever source.</param>
    /// <param name="context">What identifies the record here.</param>
    public static MappedWork Map(RecordFields fields, MappingContext context)
    {
        var type = WorkTypes.Resolve(fields.Type);
        var readings = fields.ExternalIds.Select(id => IdentifierReading.Read(id, type)).ToList();
        var message = Message(fields, context, type, readings);
        var mapping = new WorkMapping(fields, type, readings, message);
        var problems = Rules.SelectMany(rule => rule.Check(mapping).Take(MostPerCode)).Select(Fit).OrderBy(p => p.Severity).ToList();
        var selfKeys = message.ExternalIds.Where(id => id.Relationship == Relationship.Self).Select(id => id.Key).Distinct().ToList();
        return new MappedWork(message, problems, Fingerprints.Of(message), selfKeys);
    }

    private static WorkMessage Message(RecordFields fields, MappingContext context, string? type, IReadOnlyList<IdentifierReading> readings)
    {
        var ids = readings.Select(r => r.ToSend).OfType<ExternalId>().DistinctBy(id => id.Key).ToList();
        if (ids.All(id => id.Relationship != Relationship.Self) && OwnIdentifier.For(fields, context, ids) is { } own) ids.Add(own);
        return new WorkMessage
        {
            Title = PlainText.Of(fields.Title),
            Subtitle = Optional(fields.Subtitle),
            JournalTitle = Optional(fields.JournalTitle),
            ShortDescription = Optional(fields.ShortDescription) is { } text ? PlainText.Cut(text, LongestShortDescription) : null,
            Type = type ?? "",
            PublicationDate = PublicationDates.TryRead(fields.PublicationDate, out var date) ? date : null,
            ExternalIds = ids,
            Url = WebAddress.TryRead(fields.Url, out var url) ? url : null,
            Contributors = Contributors(fields.Contributors),
            LanguageCode = LanguageCodes.Resolve(fields.LanguageCode),
        };
    }

    private static List<WorkContributor> Contributors(IReadOnlyList<FieldContributor> contributors)
    {
        var named = contributors.Select(c => (Name: PlainText.Of(c.Name), c.Role)).Where(c => c.Name.Length > 0);
        return [.. named.Select((c, i) => new WorkContributor(PlainText.Cut(c.Name, LongestCreditName), ContributorRoles.Resolve(c.Role), i == 0 ? "first" : "additional"))];
    }

    private static string? Optional(string? text) => PlainText.Of(text) is { Length: > 0 } plain ? plain : null;

    /// <summary>A suggestion that cannot be kept whole is none.</summary>
    private static Problem Fit(Problem problem) => problem with
    {
        Field = problem.Field.Length <= LongestField ? problem.Field : problem.Field.Split('/')[0],
        Value = PlainText.Clip(problem.Value),
        Suggestion = problem.Suggestion is { Length: > 0 and <= LongestField } ? problem.Suggestion : null,
    };
}
