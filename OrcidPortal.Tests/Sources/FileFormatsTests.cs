using System.Text;
using OrcidPortal.Sources;

namespace OrcidPortal.Tests.Sources;

public sealed class FileFormatsTests
{
    private const string Entry = "@misc{a, title = {Prüfung – שלום}}";

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n ", "empty")]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("PK\u0003\u0004rest", "ZIP")]
    [InlineData("<!DOCTYPE html><html></html>", "HTML")]
    [InlineData("<?xml version='1.0'?><a/>", "XML")]
    [InlineData("TY  - JOUR\nTI  - x\nER  - ", "RIS")]
    [InlineData("%0 Journal Article\n%T x", "EndNote")]
    [InlineData("% only a comment", "no entry")]
    [InlineData("Dear colleague, me@example.org", "no entry")]
    public void A_file_that_is_not_what_it_claims_is_refused_in_one_sentence(string content, string word)
    {
        var guess = FileFormats.Guess(Encoding.UTF8.GetBytes(content));

        guess.Format.ShouldBeNull();
        guess.Refusal!.ShouldContain(word);
    }

    [Theory]
    [InlineData(Entry, FileFormats.BibTeX)]
    [InlineData("notes first\r\n" + Entry, FileFormats.BibTeX)]
    [InlineData(" [{\"title\": \"@misc\"}]", FileFormats.CslJson)]
    [InlineData("{}", FileFormats.CslJson)]
    public void The_content_says_which_format_it_is(string content, string format) => FileFormats.Guess(Encoding.UTF8.GetBytes(content)).Format.ShouldBe(format);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public void Every_Unicode_encoding_is_read_with_and_without_its_mark(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Entry)];

        var guess = FileFormats.Guess(bytes);

        (guess.Format, guess.Text).ShouldBe((FileFormats.BibTeX, Entry));
    }

    [Fact]
    public void What_is_no_UTF8_is_read_as_Windows_1252()
    {
        byte[] bytes = [.. "@misc{a, title = {"u8, 0x93, (byte)'G', 0xFC, 0x94, .. "}}"u8];

        var guess = FileFormats.Guess(bytes);

        guess.Text.ShouldBe("@misc{a, title = {“Gü”}}");
    }

    [Fact]
    public void One_line_that_is_no_UTF8_does_not_spoil_the_others()
    {
        byte[] bytes = [.. "@misc{a, title = {Gü},\n note = {"u8, 0xFC, .. "}}"u8];

        var guess = FileFormats.Guess(bytes);

        guess.Text.ShouldBe("@misc{a, title = {Gü},\n note = {ü}}");
    }

    [Fact]
    public void Control_characters_go_and_line_ends_become_one()
    {
        var guess = FileFormats.Guess("@misc{a,\r title = {x\u0000\u0007\u202Ey},\r\n year = 2001}"u8);

        guess.Text.ShouldBe("@misc{a,\n title = {xy},\n year = 2001}");
    }

    [Fact]
    public void Bytes_are_no_text()
    {
        var guess = FileFormats.Guess([.. Enumerable.Range(0, 256).Select(i => (byte)i)]);

        guess.Refusal!.ShouldContain("not a text file");
    }
}
