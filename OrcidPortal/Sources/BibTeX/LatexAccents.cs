using System.Text;

namespace OrcidPortal.Sources.BibTeX;

/// <summary>LaTeX's accents: what stands above, below or through a letter.</summary>
internal static class LatexAccents
{
    private static readonly Dictionary<string, char> Marks = new(StringComparer.Ordinal)
    {
        ["`"] = '\u0300', ["'"] = '\u0301', ["^"] = '\u0302', ["~"] = '\u0303', ["="] = '\u0304', ["u"] = '\u0306', ["."] = '\u0307', ["\""] = '\u0308',
        ["r"] = '\u030A', ["H"] = '\u030B', ["v"] = '\u030C', ["U"] = '\u030E', ["G"] = '\u030F', ["f"] = '\u0311', ["d"] = '\u0323', ["c"] = '\u0327',
        ["k"] = '\u0328', ["b"] = '\u0331', ["t"] = '\u0361', ["textcommabelow"] = '\u0326', ["hat"] = '\u0302', ["tilde"] = '\u0303', ["bar"] = '\u0304', ["dot"] = '\u0307',
        ["ddot"] = '\u0308', ["acute"] = '\u0301', ["grave"] = '\u0300', ["check"] = '\u030C', ["breve"] = '\u0306', ["vec"] = '\u20D7', ["overline"] = '\u0305',
    };

    public static bool Is(string command) => Marks.ContainsKey(command);

    /// <summary>Puts the mark on the first letter. Without a letter the mark stands alone, as <c>\~{}</c> does in addresses.</summary>
    public static string Apply(string command, string letters)
    {
        if (string.IsNullOrWhiteSpace(letters)) return (command is "~" or "^" ? command : "") + letters;
        if (Rune.DecodeFromUtf16(letters, out var letter, out var length) != System.Buffers.OperationStatus.Done) return letters;
        var first = letter.Value switch { 'ı' => "i", 'ȷ' => "j", _ => letter.ToString() };
        return (first + Marks[command]).Normalize(NormalizationForm.FormC) + letters[length..];
    }
}
