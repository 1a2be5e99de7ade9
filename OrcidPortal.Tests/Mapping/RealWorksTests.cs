using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Sources;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping;

/// <summary>Exports of real tools, where the folder with them is at hand: what keeps a real work from ORCID is known and was looked at.</summary>
public sealed class RealWorksTests
{
    private static readonly OrcidId Orcid = OrcidId.Parse("0000-0002-1825-0097");

    /// <summary>"entry" and "misc" do not say what a work is, ORCID has no laws, and two patents are older than 1900. A title is missing or it is not.</summary>
    private static readonly HashSet<(string Code, string Value)> Reviewed =
    [
        (ProblemCodes.TypeUnknown, "entry"), (ProblemCodes.TypeUnknown, "misc"), (ProblemCodes.TypeUnknown, "legislation"), (ProblemCodes.TitleRequired, ""),
        (ProblemCodes.PublicationDateInvalid, "1886-01-26"), (ProblemCodes.PublicationDateInvalid, "1883"),
    ];

    [Fact]
    public void Real_works_can_be_sent_or_have_a_reviewed_problem()
    {
        var works = Real().ToList();

        var problems = works.SelectMany(w => w.Problems).Where(p => p.Severity == ProblemSeverity.Blocks).Select(p => (p.Code, p.Value)).Distinct();

        problems.Except(Reviewed).ShouldBeEmpty();
        works.Count.ShouldBeGreaterThan(700);
        works.Count(w => w.CanBeSent).ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Real_works_that_can_be_sent_are_valid_against_ORCIDs_schema()
    {
        foreach (var bulk in Real().Where(w => w.CanBeSent).Chunk(OrcidMemberClient.BulkLimit))
            OrcidData.SchemaErrors(WorkXmlWriter.WriteBulk(bulk.Select(w => w.Work!))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Real_works_that_can_be_sent_are_taken_and_stand_there_as_they_were_meant()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Orcid.Value);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        // The same works are in many of the files.
        var works = Real().Where(w => w.CanBeSent && !w.SelfKeys.Any(taken.Contains) && w.SelfKeys.All(taken.Add)).ToList();
        var refused = new List<string>();

        foreach (var bulk in works.Chunk(OrcidMemberClient.BulkLimit))
        {
            var answer = await registry.Member.AddWorksAsync(Orcid, token, [.. bulk.Select(w => w.Work!)], TestContext.Current.CancellationToken);
            answer.IsOk.ShouldBeTrue(answer.Result.ToString());
            refused.AddRange(answer.Value!.Zip(bulk).Where(p => !p.First.IsOk || Fingerprints.Of(p.First.Value!.Work) != p.Second.Fingerprint).Select(p => $"{p.First.Result}: {OrcidMessages.ToText(p.Second.Message)}"));
        }

        refused.ShouldBeEmpty();
        works.Count.ShouldBeGreaterThan(400);
    }

    [Fact]
    public void Titles_of_real_works_have_no_markup_left()
    {
        string[] markup = ["\\", "{", "</", "&amp;", "&lt;", "$"];

        Real().Select(w => w.Work!.Title).Where(t => markup.Any(m => t.Contains(m, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static IEnumerable<MappedRecord> Real()
    {
        var folder = OrcidData.PathOf("../real-data");
        Assert.SkipUnless(Directory.Exists(folder), "The real files (shared/real-data beside the repository) are not here.");
        var files = new[] { "bibtex", "csl-json" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(folder, f))).Order(StringComparer.Ordinal);
        foreach (var bytes in files.Select(File.ReadAllBytes))
        {
            if (FileFormats.Guess(bytes).Format is not { } format || ImportedFile.Parse(bytes, format) is not ParsedFile.Entries entries) continue;
            foreach (var fields in entries.Items.Select(e => e.Fields).OfType<RecordFields>())
                yield return RecordMapper.Map(RecordKind.Work, fields, Fields.Context with { RecordId = Guid.CreateVersion7() });
        }
    }
}
