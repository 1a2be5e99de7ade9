using CsCheck;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Tests.Mapping;

/// <summary>Fields nobody would write on purpose: control characters, halves of characters, markup, excess, and good ones among them.</summary>
internal static class AnyFields
{
    public static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.String[Gen.Char['\u0000', '\uFFFF'], 0, 40],
        Gen.String[Gen.OneOf('\uD800', '\uDC00', '\u0000', '\u202E', '\uFFFE', 'a', ' ', '<', '&', ';', '\\', '{', '}', '$', '^', '"', '/', ':'), 0, 30],
        Gen.OneOf("", " ", "שלום", "<script>alert(1)</script>", "&#0;&#x1F;&#xD800;", "\\'{}", "]]>", "10.1000/<x>", "https://exa mple.org", "http://[::1", "a\u0300\u0301"),
        Gen.Int[900, 6000].Select(n => new string('x', n)));

    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Const((string?)null), Hostile.Select(s => (string?)s));

    private static readonly Gen<FieldIdentifier> Identifier =
        from type in Gen.OneOf(Gen.OneOf([.. ExternalIdTypes.All]), Hostile)
        from value in Gen.OneOf(Hostile, Gen.OneOf("10.1000/one", "12345679", "978-3-16-148410-0", "2101.00001", "hdl:1/2", "https://hdl.handle.net/", "example.org"))
        from relationship in Gen.OneOf(Maybe, Gen.OneOf<string?>("self", "part-of", "version-of", "funded-by", null))
        from url in Gen.OneOf(Maybe, Gen.Const((string?)"https://example.org/x"))
        select new FieldIdentifier(type, value, relationship, url);

    private static readonly Gen<FieldContributor> Contributor =
        from key in Hostile from name in Hostile from role in Gen.OneOf(Hostile, Gen.OneOf("author", "editor", "translator"))
        select new FieldContributor(key, name, role);

    public static readonly Gen<RecordFields> Any =
        from title in Gen.OneOf(Maybe, Gen.Const((string?)"On lakes"))
        from subtitle in Maybe
        from journal in Maybe
        from text in Maybe
        from type in Gen.OneOf(Gen.OneOf<TypeValue?>((TypeValue?)new TypeValue("bibtex", "article"), new TypeValue("orcid", "book"), new TypeValue("csl", "chapter"), null), Gen.Select(Hostile, Hostile, (v, t) => (TypeValue?)new TypeValue(v, t)))
        from date in Gen.OneOf(Maybe, Gen.OneOf<string?>("2019", "2019-05-03", "2019-02-30", "٢٠١٩", null))
        from language in Gen.OneOf(Maybe, Gen.OneOf<string?>("en", "zh", "de_CH"))
        from url in Gen.OneOf(Maybe, Gen.OneOf<string?>("https://example.org/a b", "https://doi.org/10.1000/x", "http://ex\u00E4mple.org/\u00FC?q=\u05D0"))
        from ids in Identifier.Array[0, 6]
        from contributors in Contributor.Array[0, 4]
        select new RecordFields
        {
            Title = title, Subtitle = subtitle, JournalTitle = journal, ShortDescription = text, Type = type, PublicationDate = date, LanguageCode = language, Url = url,
            ExternalIds = [.. ids], Contributors = [.. contributors],
        };
}
