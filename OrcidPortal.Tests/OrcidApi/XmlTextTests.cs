using System.Text;
using System.Xml.Linq;
using CsCheck;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class XmlTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char, Gen.Char['\0', '\u007F'], Gen.Char['\uD7F0', '\uE010'], Gen.Char['\uFFF0', '\uFFFF'], Gen.Int[0, 8].Select(i => "&<>\"'\r\n\t]"[i])).Array[0, 60].Select(c => new string(c));

    [Fact]
    public void Any_text_comes_back_without_the_characters_XML_cannot_carry() => Texts.Sample(text =>
    {
        using var xml = new XmlText();
        xml.Open("work:work");
        xml.Declare("work");
        xml.Attribute("put-code", text);
        xml.Text(text);
        xml.Close();

        OrcidXml.TryParse(xml.ToBytes(), out var root).ShouldBeTrue();
        root!.Value.ShouldBe(OrcidXml.Clean(text));
        root.Attribute("put-code")!.Value.ShouldBe(OrcidXml.Clean(text));
    });

    [Fact]
    public void A_text_has_content_where_something_would_be_seen_of_it() =>
        Texts.Sample(text => XmlText.HasContent(text).ShouldBe(!string.IsNullOrWhiteSpace(OrcidXml.Clean(text))));

    [Fact]
    public void Long_texts_fit()
    {
        var text = string.Concat(Enumerable.Repeat("ü & 😀 ", 20_000));
        using var xml = new XmlText();

        xml.Element("a", text);

        XElement.Parse(Encoding.UTF8.GetString(xml.ToBytes())).Value.ShouldBe(text);
    }

    [Fact]
    public void Lines_are_indented_around_elements_and_not_inside_texts()
    {
        using var xml = new XmlText(indented: true);

        xml.Open("a");
        xml.Open("b");
        xml.Element("c", "1\n2");
        xml.Open("d");
        xml.Close();
        xml.Close();
        xml.Optional("e", " ");
        xml.Element("f", 7, "00");
        xml.Close();

        xml.ToString().ShouldBe("<a>\n  <b>\n    <c>1\n2</c>\n    <d/>\n  </b>\n  <f>07</f>\n</a>");
    }
}
