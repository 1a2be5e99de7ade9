using System.Text;
using CsCheck;
using OrcidPortal.Sources;
using OrcidPortal.Sources.BibTeX;
using OrcidPortal.Sources.CslJson;

namespace OrcidPortal.Tests.Sources;

public sealed class ParserProperties
{
    private static readonly string[] BibTeXPieces =
        ["@", "@article{", "@string(", "@comment{", "key,", "title", "author", "crossref", "=", "{", "}", "(", ")", "\"", "#", ",", "\n", "\n@", "\\", "\\'", "\\\"{", "$", "\\(", "\\)", "^", "_", "%", " and ", "--", "jan", "\\emph", "\ud83d", "ß", "\\i", "~"];

    private static readonly string[] JsonPieces =
        ["[", "]", "{", "}", ",", ":", "\"", "\"title\":", "\"author\":", "\"issued\":", "\"date-parts\":", "\"items\":", "\"message\":", "1", "null", "\\ud800", "\\", "\"DOI\":\"10.1/x\"", "[[2019]]", "\n"];

    [Fact]
    public void Any_text_made_of_BibTeX_pieces_is_answered() =>
        Pieces(BibTeXPieces, 60).Sample(text => Answered(BibTeXFile.Parse(text, 100)), iter: 5_000);

    [Fact]
    public void Any_field_of_an_entry_is_answered() =>
        Pieces(BibTeXPieces, 30).Sample(text => LatexText.ToText(text) is null or { Length: > 0 } && NameList.Parse(text).All(n => n.Display is not null), iter: 5_000);

    [Fact]
    public void Any_text_made_of_JSON_pieces_is_answered() =>
        Pieces(JsonPieces, 40).Sample(text => Answered(CslFile.Parse(text, 100)), iter: 5_000);

    [Fact]
    public void Any_bytes_are_answered() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Answered(ImportedFile.Parse(bytes, FileFormats.BibTeX)), iter: 5_000);

    [Fact]
    public void Any_text_comes_back_out_of_its_braces() =>
        Gen.Char["abcüÄß שב 漢字éœ.,:;()/"].Array[1, 40].Select(c => new string(c)).Where(t => t.Any(char.IsLetter)).Sample(title =>
        {
            var entries = (ParsedFile.Entries)BibTeXFile.Parse($"@misc{{k, title = {{{title}}}}}", 10);
            return entries.Items.Single().Fields!.Title == string.Join(' ', title.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
        }, iter: 2_000);

    private static Gen<string> Pieces(string[] pieces, int most) => Gen.Int[0, pieces.Length - 1].Array[0, most].Select(chosen => string.Concat(chosen.Select(i => pieces[i])));

    private static bool Answered(ParsedFile parsed) => parsed is ParsedFile.Unreadable { Sentence.Length: > 0 } ||
        parsed is ParsedFile.Entries { Items: var items } && items.All(i => i.Line > 0 && (i.Fields is null) != (i.Rejection is null));
}
