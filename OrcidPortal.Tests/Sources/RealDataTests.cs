using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Sources;

namespace OrcidPortal.Tests.Sources;

/// <summary>Exports of real tools, where the folder with them is at hand.</summary>
public sealed class RealDataTests
{
    /// <summary>Why an entry of these files may be rejected, each looked at: @set groups entries; an entry by nothing but author, publisher or year is no record.</summary>
    private static readonly string[] ReviewedReasons = [Rejections.OnlyGroups, Rejections.NothingToKnowItBy];

    [Theory]
    [InlineData("bibtex/citationjs_biblatex-input.bib", 28, 0)]
    [InlineData("bibtex/dspacecris_bibtex-test-3-entries.bib", 3, 0)]
    [InlineData("bibtex/dspacecris_bibtex-test-article.bib", 1, 0)]
    [InlineData("bibtex/dspacecris_bibtex-test.bib", 1, 0)]
    [InlineData("bibtex/jabref_BibtexImporter.examples.bib", 4, 2)]
    [InlineData("bibtex/jabref_complex.bib", 20, 0)]
    [InlineData("bibtex/jabref_crossref.bib", 4, 0)]
    [InlineData("bibtex/jabref_jabref-authors.bib", 212, 0)]
    [InlineData("bibtex/jabref_testjabref.bib", 156, 0)]
    [InlineData("bibtex/jabref_tiny-BE-withBOM.bib", 1, 0)]
    [InlineData("bibtex/jabref_tiny-LE-withBOM.bib", 1, 0)]
    [InlineData("bibtex/jabref_twente.bib", 1, 0)]
    [InlineData("bibtex/jabref_utf8-bom.bib", 2, 0)]
    [InlineData("bibtex/manubot_bibliography.bib", 2, 0)]
    [InlineData("bibtex/orcid-angular_import-works.bib", 4, 0)]
    [InlineData("bibtex/sustainability-lab_all_publications.bib", 52, 0)]
    [InlineData("csl-json/bbt_Pandoc-SCHOMD.csl.json", 4, 0)]
    [InlineData("csl-json/citationjs_biblatex-csl.json", 28, 0)]
    [InlineData("csl-json/crossref_csl_items_a.json", 2, 0)]
    [InlineData("csl-json/dspacecris_crossRef-by-id.json", 1, 0)]
    [InlineData("csl-json/manubot_arxiv-joss-csl.json", 1, 0)]
    [InlineData("csl-json/manubot_bibliography.json", 2, 0)]
    [InlineData("csl-json/manubot_crossref-winter-scabs-csl.json", 1, 0)]
    [InlineData("csl-json/manubot_empty-date-parts-csl.json", 1, 0)]
    [InlineData("csl-json/manubot_manual-references.json", 256, 32)]
    [InlineData("csl-json/manubot_pmc-scihub-study-csl.json", 1, 0)]
    public async Task Every_entry_of_a_real_file_is_imported_or_rejected_for_a_reviewed_reason_and_a_second_time_nothing_changes(string file, int entries, int rejected)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder(), file), TestContext.Current.CancellationToken);
        await using var house = await ImportHouse.OpenAsync();

        var run = await house.ImportAsync(bytes, Path.GetFileName(file));
        var changes = await house.Database.ReadAsync(db => db.RecordChanges.CountAsync());
        var again = await house.ImportAsync(bytes, Path.GetFileName(file));

        (run.State, run.Total, run.Read, run.Rejected).ShouldBe((ImportState.Done, entries, entries, rejected));
        (run.Added + run.Updated + run.Unchanged).ShouldBe(entries - rejected);
        (await house.LinesAsync(run.Id)).Where(l => l.Outcome == ImportOutcome.Rejected).ShouldAllBe(l => ReviewedReasons.Contains(l.Message));
        (again.Unchanged, again.Rejected).ShouldBe((entries - rejected, rejected));
        (await house.Database.ReadAsync(db => db.RecordChanges.CountAsync())).ShouldBe(changes);
    }

    [Fact]
    public void The_same_works_as_biblatex_and_as_CSL_are_read_alike()
    {
        var biblatex = Entries("bibtex/citationjs_biblatex-input.bib");
        var csl = Entries("csl-json/citationjs_biblatex-csl.json").ToDictionary(e => e.Key);

        foreach (var entry in biblatex)
        {
            var other = csl[entry.Key].Fields!;
            other.PublicationDate.ShouldBe(entry.Fields!.PublicationDate, entry.Key);
            other.Title!.ShouldStartWith(entry.Fields.Title!);
            other.Contributors.Select(c => c.Family ?? c.Name).ShouldBe(entry.Fields.Contributors.Select(c => c.Family ?? c.Name), entry.Key);
            other.ExternalIds.Select(i => i.Key).Order().ShouldBe(entry.Fields.ExternalIds.Select(i => i.Key).Order(), entry.Key);
        }
    }

    [Fact]
    public void No_LaTeX_is_left_in_titles_and_names()
    {
        var texts = new[] { "bibtex/jabref_jabref-authors.bib", "bibtex/jabref_complex.bib", "bibtex/sustainability-lab_all_publications.bib" }.SelectMany(Entries)
            .SelectMany(e => e.Fields!.Contributors.Select(c => c.Name).Append(e.Fields.Title!).Append(e.Fields.JournalTitle ?? ""));

        texts.Where(t => t.Contains('\\') || t.Contains('{') || t.Contains('}') || t.Contains('~')).ShouldBeEmpty();
    }

    private static IReadOnlyList<ParsedEntry> Entries(string file) =>
        ImportedFile.Parse(File.ReadAllBytes(Path.Combine(Folder(), file)), file.StartsWith("bibtex", StringComparison.Ordinal) ? FileFormats.BibTeX : FileFormats.CslJson).ShouldBeOfType<ParsedFile.Entries>().Items;

    /// <summary>Beside the repository, not in it: the files have licences of their own.</summary>
    private static string Folder()
    {
        for (var root = new DirectoryInfo(AppContext.BaseDirectory); root is not null; root = root.Parent)
        {
            if (!File.Exists(Path.Combine(root.FullName, "OrcidPortal.sln"))) continue;
            var folder = Path.GetFullPath(Path.Combine(root.FullName, "..", "shared", "real-data"));
            if (Directory.Exists(folder)) return folder;
        }
        Assert.Skip("The folder shared/real-data is not beside the repository.");
        return "";
    }
}
