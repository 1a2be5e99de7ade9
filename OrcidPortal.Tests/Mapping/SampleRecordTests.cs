using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.Mapping.Messages;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Tests.OrcidApi;
using OrcidPortal.Tests.Simulator;
using OrcidPortal.Tests.Simulator.Messages;

namespace OrcidPortal.Tests.Mapping;

/// <summary>ORCID's own samples become records and messages again: what a record can hold is held, and what does not go again stands in a problem.</summary>
public sealed partial class SampleRecordTests
{
    /// <summary>What no draft holds.</summary>
    private static readonly Dictionary<string, string> NotHeld = new()
    {
        ["created-date"] = "the registry's",
        ["last-modified-date"] = "the registry's",
        ["source"] = "the registry's",
        ["external-id-normalized"] = "made by the registry of the value",
        ["external-id-normalized-error"] = "made by the registry of the value",
        ["contributor-email"] = "never given back by the registry, and nobody's business",
        ["contributor-sequence"] = "follows from the place in the list",
        ["uri"] = "of a contributor: follows from the iD",
        ["host"] = "of a contributor: follows from the iD",
    };

    /// <summary>The field of a draft behind an element; others are called the same.</summary>
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["external-ids"] = FieldPaths.ExternalIds, ["external-id-value"] = FieldPaths.ExternalIds, ["external-id-type"] = FieldPaths.ExternalIds, ["external-id-url"] = FieldPaths.ExternalIds,
        ["external-id-relationship"] = FieldPaths.ExternalIds, ["disambiguated-organization-identifier"] = FieldPaths.OrganizationId, ["disambiguation-source"] = FieldPaths.OrganizationId,
        ["contributor-role"] = FieldPaths.Contributors,
    };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> XmlSamples => [.. OrcidSchemas.SampleNames("*.xml").Where(n => ItemsIn(XElement.Parse(OrcidSchemas.Sample(n))).Count > 0).DefaultIfEmpty("write_samples/work-simple-3.0.xml")];

    [Theory, MemberData(nameof(XmlSamples))]
    public void What_a_sample_in_XML_says_is_in_the_record_and_goes_again(string name)
    {
        foreach (var item in ItemsIn(XElement.Parse(OrcidSchemas.Sample(name)))) ShouldGoAgain(item);
    }

    [Fact]
    public void What_files_from_real_records_say_is_in_records_and_goes_again()
    {
        var folder = OrcidData.PathOf("../real-data/orcid-works");
        Assert.SkipUnless(Directory.Exists(folder), "The real files (shared/real-data beside the repository) are not here.");
        var items = Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal).SelectMany(f => ItemsIn(XElement.Load(f))).ToList();

        items.Count.ShouldBeGreaterThan(10);
        items.ForEach(ShouldGoAgain);
    }

    [Theory, MemberData(nameof(SampleRoundTripTests.JsonSamples), MemberType = typeof(SampleRoundTripTests))]
    public void What_a_sample_in_JSON_says_is_in_the_record_and_goes_again(string kind, string name) => ShouldGoAgain(OfJson(kind, JsonDocument.Parse(OrcidSchemas.WriteSample(name)).RootElement));

    [Theory]
    [InlineData("bulk-work-3.0.json", 2)]
    [InlineData("bulk-works-3-works-3.0.json", 3)]
    [InlineData("bulk-works-100-works-3.0.json", 100)]
    public void What_the_works_of_a_bulk_say_is_in_records_and_goes_again(string name, int works)
    {
        var items = JsonDocument.Parse(OrcidSchemas.WriteSample(name)).RootElement.GetProperty("bulk").EnumerateArray().Select(b => OfJson("work", b.GetProperty("work"))).ToList();

        items.Count.ShouldBe(works);
        items.ForEach(ShouldGoAgain);
    }

    private static void ShouldGoAgain(XElement item)
    {
        OrcidMessages.TryRead(Encoding.UTF8.GetBytes(item.ToString()), out var message).ShouldBeTrue(item.ToString());
        var (kind, fields) = MessageFields.Of(message);
        var orcids = item.Descendants().Where(e => e.Name.LocalName == "contributor-orcid").SelectMany(e => e.Elements()).Where(e => e.Name.LocalName == "path").Select(e => e.Value.Trim());
        var mapped = RecordMapper.Map(kind, fields, Mapping.Fields.Context with { AuthenticatedOrcids = orcids.ToHashSet() });

        var xml = Encoding.UTF8.GetString(OrcidMessages.ToXml(mapped.Message));
        if (mapped.CanBeSent) OrcidSchemas.FaultsIn(xml).ShouldBeEmpty(xml);

        var sent = Leaves(XElement.Parse(xml)).ToList();
        var lost = Leaves(item).Where(leaf => !sent.Remove(leaf)).ToList();

        KindSections.NameOf(kind).ShouldBe(item.Name.LocalName.Replace("-summary", "", StringComparison.Ordinal));
        // Nothing goes missing without a word: the draft has it, and a problem of its field says why it does not go. The two halves of an organisation's identifier go together.
        var held = JsonSerializer.Serialize(fields, Plain);
        lost.Where(l => !mapped.Problems.Any(p => p.Field.StartsWith(FieldOf(l.Path), StringComparison.Ordinal)) || !held.Contains(l.Text, StringComparison.Ordinal))
            .Select(l => $"{l.Path}={l.Text}").ShouldBeEmpty($"{string.Join('\n', mapped.Problems)}\n{item}");
    }

    private static string FieldOf(string path) => Fields.GetValueOrDefault(path.Split('/')[^1]) ?? path.Split('/')[^1];

    /// <summary>Each text of an item with the way to it, in the form in which the registry compares it; nothing of the registry's.</summary>
    private static IEnumerable<(string Path, string Text)> Leaves(XElement element, string path = "")
    {
        foreach (var attribute in element.Attributes().Where(a => a.Name.LocalName is "language-code" or "currency-code")) yield return ($"{path}@{attribute.Name.LocalName}", attribute.Value);
        if (!element.HasElements && element.Value.Trim() is { Length: > 0 } text) yield return (path, Compared(element, text));
        foreach (var leaf in element.Elements().Where(e => !NotHeld.ContainsKey(e.Name.LocalName)).SelectMany(e => Leaves(e, $"{path}/{e.Name.LocalName}"))) yield return leaf;
    }

    private static string Compared(XElement element, string text) => element.Name.LocalName switch
    {
        "external-id-value" => ExternalIdNormaliser.Normalize(element.Parent!.Elements().First(e => e.Name.LocalName == "external-id-type").Value.Trim().ToLowerInvariant(), text) ?? text,
        "amount" => decimal.Parse(text, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture),
        _ => Blanks().Replace(text, " "),
    };

    /// <summary>Items and their summaries, wherever they stand.</summary>
    private static List<XElement> ItemsIn(XElement sample) =>
        [.. sample.DescendantsAndSelf().Where(e => OrcidSections.TryParse(e.Name.LocalName.Replace("-summary", "", StringComparison.Ordinal), out var s) && e.Name.NamespaceName == "http://www.orcid.org/ns/" + s.Name())];

    private static XElement OfJson(string kind, JsonElement json) => JsonToXml.Read(json, XName.Get(kind, "http://www.orcid.org/ns/" + kind), RecordSections.Find(kind)!.Content);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
