using System.Text.RegularExpressions;
using CsCheck;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.Mapping.Citations;
using OrcidPortal.OrcidApi;
using OrcidPortal.Sources;
using OrcidPortal.Sources.BibTeX;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping.Citations;

/// <summary>What is written is read back by the reader of BibTeX files, whatever the texts hold.</summary>
public sealed partial class BibTeXRoundTripTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        AnyFields.Hostile,
        Gen.String[Gen.OneOf('{', '}', '\\', '"', '\'', '`', '-', '$', '%', '&', '#', '_', '^', '~', '@', '=', ',', '\n', ' ', 'a', 'é', '\uD83D', '\uDE00'), 0, 60],
        Gen.OneOf("{{", "}}", "\\", "\\}", "}\n}\n@article{x, title={y}}", "a -- b --- c", "''q'' ``r``", "100% of $x_1^2$ & #1 ~ 😀", "\n@book{", "and", "A and B", "\\textit{a}"));

    [Fact]
    public void Hostile_texts_come_back_as_they_were() => Gen.Select(Text, Text, Text, Text).Sample(
        (title, journal, first, second) =>
        {
            var work = new WorkMessage
            {
                Title = title, JournalTitle = journal, Type = "journal-article", PublicationDate = new PartialDate(2020, 2), ExternalIds = [new ExternalId("doi", "10.1000/one", Relationship.Self)],
                Contributors = [new(first, "author", "first"), new(second, "editor", "additional")],
            };
            var entry = BibTeXCitation.Of(work);

            var read = Read(entry);

            entry.Length.ShouldBeLessThanOrEqualTo(BibTeXCitation.Longest);
            read.PublicationDate.ShouldBe("2020-02");
            Dois(read).ShouldBe(["10.1000/one"]);
            if (title.Length <= 60) read.Title.ShouldBe(Printed(title));
            if (journal.Length <= 60) read.JournalTitle.ShouldBe(Printed(journal));
            if (first.Length <= 60 && second.Length <= 60) read.Contributors.Select(c => c.Name).ShouldBe(new[] { first, second }.Select(ReadingOrder).OfType<string>());
        },
        iter: 5000);

    [Fact]
    public void Real_works_come_back_as_they_were()
    {
        var folder = OrcidData.PathOf("../real-data");
        Assert.SkipUnless(Directory.Exists(folder), "The real files (shared/real-data beside the repository) are not here.");
        var works = Real(folder).Select(w => w.Work!).ToList();

        foreach (var work in works)
        {
            var read = Read(BibTeXCitation.Of(work));
            read.Title.ShouldBe(Printed(work.Title));
            read.PublicationDate.ShouldBe(work.PublicationDate is { } date ? (date with { Day = null }).ToString() : null);
            Authors(read).ShouldBe(work.Contributors.Where(CitedNames.IsAuthor).Select(c => ReadingOrder(c.Name!)).OfType<string>().Take(50));
            if (work.ExternalIds.FirstOrDefault(i => i is { Type: "doi", Relationship: Relationship.Self }) is { } doi) Dois(read).ShouldContain(doi.NormalizedValue);
        }
        works.Count.ShouldBeGreaterThan(700);
    }

    private static RecordFields Read(string entry)
    {
        var parsed = BibTeXFile.Parse(entry, 10).ShouldBeOfType<ParsedFile.Entries>();
        KeyShape().IsMatch(entry).ShouldBeTrue(entry);
        return parsed.Items.ShouldHaveSingleItem().Fields.ShouldBeOfType<RecordFields>();
    }

    private static IEnumerable<string> Dois(RecordFields read) => read.ExternalIds.Where(i => i.Type == "doi").Select(i => i.Value!.ToLowerInvariant());

    private static IEnumerable<string?> Authors(RecordFields read) => read.Contributors.Where(c => c.Role == "author").Select(c => c.Name);

    /// <summary>The reader takes markup for markup; LaTeX knows no backtick.</summary>
    private static string? Printed(string text) => MarkupText.ToText(BibTeXCitation.Line(text).Replace('`', '‘'));

    private static string? ReadingOrder(string name)
    {
        var line = BibTeXCitation.Line(name);
        if (line.Length == 0) return null;
        var cited = CitedName.Of(line);
        return Printed(string.Join(' ', new[] { cited.Given, cited.Family, cited.Suffix }.OfType<string>()));
    }

    private static IEnumerable<MappedRecord> Real(string folder)
    {
        var files = new[] { "bibtex", "csl-json" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(folder, f))).Order(StringComparer.Ordinal);
        foreach (var bytes in files.Select(File.ReadAllBytes))
        {
            if (FileFormats.Guess(bytes).Format is not { } format || ImportedFile.Parse(bytes, format) is not ParsedFile.Entries entries) continue;
            foreach (var fields in entries.Items.Select(e => e.Fields).OfType<RecordFields>())
                yield return RecordMapper.Map(RecordKind.Work, fields, Fields.Context with { RecordId = Guid.CreateVersion7() });
        }
    }

    [GeneratedRegex(@"\A@[a-z]+\{[A-Za-z][A-Za-z0-9]*,\n")]
    private static partial Regex KeyShape();
}
