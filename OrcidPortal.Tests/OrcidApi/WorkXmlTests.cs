using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class WorkXmlTests
{
    [Fact]
    public void A_work_with_every_part_is_valid_against_ORCIDs_schema() =>
        OrcidData.SchemaErrors(WorkXmlWriter.Write(Works.Everything(), new PutCode(12))).ShouldBeEmpty();

    [Fact]
    public void A_bulk_of_works_is_valid_against_ORCIDs_schema() =>
        OrcidData.SchemaErrors(WorkXmlWriter.WriteBulk([Works.Everything(), Works.Article("10.1000/two")])).ShouldBeEmpty();

    [Fact]
    public void What_is_written_is_read_back_without_loss()
    {
        var written = WorkXmlWriter.Write(Works.Everything(), new PutCode(12));

        OrcidXml.TryParse(written, out var root).ShouldBeTrue();
        WorkXmlReader.TryRead(root!, out var stored).ShouldBeTrue();

        stored!.PutCode.ShouldBe(new PutCode(12));
        JsonSerializer.Serialize(stored.Work).ShouldBe(JsonSerializer.Serialize(Works.Everything()));
    }

    [Fact]
    public void Characters_that_XML_cannot_carry_are_left_out()
    {
        var work = Works.Article(title: "A\u0000B\u0008C\uD800D\uFFFE \U0001F600 ‏שלום") with { Subtitle = "\u0001\u0002" };

        OrcidXml.TryParse(WorkXmlWriter.Write(work, null), out var root).ShouldBeTrue();
        var read = WorkXmlReader.Message(root!);

        read.Title.ShouldBe("ABCD \U0001F600 ‏שלום");
        read.Subtitle.ShouldBeNull();
    }

    [Fact]
    public void Every_sample_work_of_ORCID_survives_reading_and_writing()
    {
        var compared = 0;

        foreach (var file in OrcidData.Samples("*work*.xml"))
        {
            OrcidXml.TryParse(File.ReadAllBytes(file), out var root).ShouldBeTrue(file);
            foreach (var work in root!.DescendantsAndSelf(OrcidXml.Work + "work"))
            {
                var written = XElement.Load(new MemoryStream(WorkXmlWriter.Write(WorkXmlReader.Message(work), null)));
                Meaning(written).ShouldBe(Meaning(work), file);
                compared++;
            }
        }

        compared.ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        var bomb = Encoding.UTF8.GetBytes("""<!DOCTYPE w [<!ENTITY a "aaaa">]><work:work xmlns:work="http://www.orcid.org/ns/work">&a;</work:work>""");

        OrcidXml.TryParse(bomb, out _).ShouldBeFalse();
    }

    /// <summary>Name and text of every element that a client may write, in order; empty ones mean nothing.</summary>
    private static IEnumerable<string> Meaning(XElement work) => work.Descendants()
        .Where(e => !e.HasElements && e.Value.Trim().Length > 0)
        .Where(e => !e.AncestorsAndSelf().Any(a => a.Name.LocalName is "source" or "created-date" or "last-modified-date"))
        .Where(e => e.Name.LocalName is not ("external-id-normalized" or "external-id-normalized-error"))
        .Where(e => e.Parent!.Name.LocalName != "contributor-orcid" || e.Name.LocalName == "path")
        .Select(e => $"{e.Name.LocalName}={e.Value.Trim()}{e.Attribute("language-code")?.Value}");
}
