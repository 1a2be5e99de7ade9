using System.Text.RegularExpressions;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Schema;

/// <summary>The texts of v3.0 messages, with ORCID's lengths and forms.</summary>
internal static partial class Texts
{
    public static readonly TextRule Any = new("string");
    public static readonly TextRule Code = Any with { IsTrimmed = true };
    public static readonly TextRule NotBlank = new("non-empty-string", NotBlank: true);
    public static readonly TextRule NotBlankCode = NotBlank with { IsTrimmed = true };
    public static readonly TextRule Title = new("string-1000", 1000, NotBlank: true);
    public static readonly TextRule Subtitle = new("subtitle", 1000);
    public static readonly TextRule ShortDescription = new("short-description", 5000);
    public static readonly TextRule CreditName = new("credit-name", 150, NotBlank: true);
    public static readonly TextRule ShortText = new("short-text", 500) { IsTrimmed = true };
    public static readonly TextRule LongText = new("long-text", 4000, NotBlank: true);
    public static readonly TextRule Text255 = new("string-255", 255);
    public static readonly TextRule Text350 = new("string-350", 350, NotBlank: true);
    public static readonly TextRule Email = new("email", 350, Pattern: EmailForm());
    public static readonly TextRule OrcidUri = new("orcid-uri", Pattern: OrcidUriForm()) { IsTrimmed = true };
    public static readonly TextRule OrcidPath = new("orcid-path", Pattern: OrcidPathForm()) { IsTrimmed = true };
    public static readonly TextRule ClientUri = new("client-uri", Pattern: ClientUriForm()) { IsTrimmed = true };
    public static readonly TextRule ClientPath = new("client-path", Pattern: ClientPathForm()) { IsTrimmed = true };
    public static readonly TextRule Visibility = new("visibility", Words: ["private", "limited", "public", "registered-only"], Closed: new("Visibility", () => Vocabulary.Visibilities));
    public static readonly TextRule WorkType = Code with { Closed = new("WorkType", () => Vocabulary.WorkTypes) };
    public static readonly TextRule FundingType = Code with { Closed = new("FundingType", () => Vocabulary.FundingTypes) };
    public static readonly TextRule CitationType = Code with { Closed = new("CitationType", () => Vocabulary.CitationTypes) };
    public static readonly TextRule Relationship = Code with { Closed = new("Relationship", () => Vocabulary.Relationships) };
    public static readonly TextRule Sequence = new("contributor-sequence", Words: ["first", "additional"], Closed: new("SequenceType", () => Vocabulary.ContributorSequences)) { IsTrimmed = true };
    public static readonly TextRule Uri = new("anyURI", Form: DataForm.Uri) { IsTrimmed = true };
    public static readonly TextRule PutCode = new("put-code", Form: DataForm.Integer) { IsTrimmed = true };
    public static readonly TextRule DateTime = new("dateTime", Form: DataForm.DateTime) { IsTrimmed = true };
    public static readonly TextRule Flag = new("boolean", Form: DataForm.True) { IsTrimmed = true };
    public static readonly TextRule Transient = new("transient", Pattern: TrueForm(), Form: DataForm.True);
    public static readonly TextRule Year = Between(1900, 2100, "year");
    public static readonly TextRule Month = Between(1, 12, "month");
    public static readonly TextRule Day = Between(1, 31, "day");

    private static TextRule Between(int least, int greatest, string type) => new(type, Form: DataForm.Integer with { Range = (least, greatest) }) { IsTrimmed = true };

    [GeneratedRegex(@"^[^@]+@[^.]+\.[^\r\n]+\z")]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"^https://([^/]*orcid\.org|localhost[^\r\n]*/orcid-web)/([0-9]{4}-){3,}[0-9]{3}[0-9X]\z")]
    private static partial Regex OrcidUriForm();

    [GeneratedRegex(@"^([0-9]{4}-){3,}[0-9]{3}[0-9X]\z")]
    private static partial Regex OrcidPathForm();

    [GeneratedRegex(@"^https://([^/]*orcid\.org|localhost[^\r\n]*/orcid-web)/client/(APP-[0-9a-zA-Z]{16}|([0-9]{4}-){3,}[0-9]{3}[0-9X])\z")]
    private static partial Regex ClientUriForm();

    [GeneratedRegex(@"^(APP-[0-9a-zA-Z]{16}|([0-9]{4}-){3,}[0-9]{3}[0-9X])\z")]
    private static partial Regex ClientPathForm();

    [GeneratedRegex(@"^true\z")]
    private static partial Regex TrueForm();
}
