using OrcidPortal.Identifiers;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Identifiers;

/// <summary>A row for each of ORCID's types: a value as sources write it, the form ORCID compares, where it leads, a value that cannot be one (if there is such), and the text by which it is recognised (if it can be).</summary>
public sealed class EveryIdentifierTypeTests
{
    private static readonly (string Type, string Wild, string Normal, string? Url, string? Wrong, string? Telling)[] Rows =
    [
        ("agr", " IND44014285 ", "ind44014285", null, null, null),
        ("ark", "ark:/13030/tf5p30086k", "ark:/13030/tf5p30086k", null, "13030", "ark:/13030/tf5p30086k"),
        ("arxiv", "arxiv:2101.00001V2", "arXiv:2101.00001v2", "https://arxiv.org/abs/2101.00001v2", "21.1", "https://arxiv.org/pdf/2101.00001v2.pdf"),
        ("asin", "B000123ABC", "b000123abc", "https://www.amazon.com/dp/b000123abc", null, "http://www.amazon.com/dp/b000123abc"),
        ("asin-tld", "B000123ABC.DE", "b000123abc.de", null, null, null),
        ("authenticusid", "P-00A-B1C", "p-00a-b1c", "https://www.authenticus.pt/p-00a-b1c", null, "https://www.authenticus.pt/P-00A-B1C"),
        ("bibcode", "bibcode: 2009ApJ...707..916F", "2009ApJ...707..916F", "https://adsabs.harvard.edu/abs/2009ApJ...707..916F", "ApJ 707", "bibcode:2009ApJ...707..916F"),
        ("cba", "CBA:654321", "cba:654321", null, null, null),
        ("cgn", "CGN-0815", "CGN-0815", "https://id.culturegraph.org/CGN-0815", null, "https://id.culturegraph.org/CGN-0815"),
        ("cienciaiul", "CI-PUB-12345", "ci-pub-12345", "https://ciencia.iscte-iul.pt/id/ci-pub-12345", null, "https://ciencia.iscte-iul.pt/id/ci-pub-12345"),
        ("cit", "10.1.1.1.1234", "10.1.1.1.1234", null, null, null),
        ("cstr", "31253.11.SCIENCEDB.01", "31253.11.sciencedb.01", "https://www.cstr.cn/31253.11.sciencedb.01", null, "https://www.cstr.cn/31253.11.sciencedb.01"),
        ("ctx", "CTX42", "ctx42", null, null, null),
        ("dnb", "1045-X", "1045-x", "https://d-nb.info/1045-x", null, "http://d-nb.info/1045-X"),
        ("doi", "https://dx.doi.org/10.1000/XYZ", "10.1000/xyz", "https://doi.org/10.1000/xyz", "11.1000/xyz", "doi: 10.1000/XYZ."),
        ("eid", "2-S2.0-85012345678", "2-s2.0-85012345678", null, "85012345678", "2-s2.0-85012345678"),
        ("emdb", "EMD-1234", "EMD-1234", "https://www.ebi.ac.uk/emdb/EMD-1234", null, "https://www.ebi.ac.uk/emdb/EMD-1234"),
        ("empiar", "EMPIAR-10028", "EMPIAR-10028", "https://www.ebi.ac.uk/empiar/EMPIAR-10028", null, "https://www.ebi.ac.uk/empiar/EMPIAR-10028"),
        ("ethos", "uk.bl.ethos.12345", "uk.bl.ethos.12345", "https://ethos.bl.uk/OrderDetails.do?uin=uk.bl.ethos.12345", null, "http://ethos.bl.uk/OrderDetails.do?uin=uk.bl.ethos.12345"),
        ("grant_number", "EX 1234/5-1", "ex 1234/5-1", null, null, null),
        ("hal", "HAL-00000001V2", "hal-00000001v2", "https://hal.archives-ouvertes.fr/view/resolver/hal-00000001v2", "00000001", "https://hal.archives-ouvertes.fr/view/resolver/hal-00000001"),
        ("handle", "http://hdl.handle.net/10568/ABC", "10568/abc", "https://hdl.handle.net/10568/abc", "10568", "hdl:10568/abc"),
        ("hir", "HIR7", "hir7", null, null, null),
        ("isbn", "ISBN-13: 978-3-16-148410-0 (hbk.)", "9783161484100", null, "978-3-16-148410-1", "978-3-16-148410-0"),
        ("ismn", "979-0-060-11561-5", "979-0-060-11561-5", null, "979-0-060-11561-4", "979-0-060-11561-5"),
        ("issn", "ISSN 0378 5955", "0378-5955", "https://portal.issn.org/resource/ISSN/0378-5955", "0378-5954", "ISSN (online): 0378-5955"),
        ("jfm", "JFM 26.0001.01", "jfm 26.0001.01", "https://zbmath.org/?format=complete&q=an%3Ajfm%2026.0001.01", null, null),
        ("jstor", "2118559", "2118559", "https://www.jstor.org/stable/2118559", null, "http://jstor.org/stable/2118559"),
        ("k10plus", "123456789X", "123456789X", "https://opac.k10plus.de/DB=2.299/PPNSET?PPN=123456789X", null, "https://opac.k10plus.de/DB=2.299/PPNSET?PPN=123456789X"),
        ("kuid", "0301JKMS", "0301jkms", "https://koreamed.org/article/0301jkms", null, "https://koreamed.org/article/0301JKMS"),
        ("lccn", "N79-18774", "n79-18774", "https://lccn.loc.gov/n79-18774", null, "http://lccn.loc.gov/n79-18774"),
        ("lensid", "012-345-678-901-23X", "012-345-678-901-23x", "https://www.lens.org/012-345-678-901-23x", "012-345", "https://www.lens.org/012-345-678-901-23X"),
        ("mr", "MR0026286", "mr0026286", "https://www.ams.org/mathscinet-getitem?mr=mr0026286", null, "http://www.ams.org/mathscinet-getitem?mr=MR0026286"),
        ("oclc", "ocm00012345", "ocm00012345", "https://www.worldcat.org/oclc/ocm00012345", "none", "http://www.worldcat.org/oclc/12345"),
        ("ol", "OL7353617M", "OL7353617M", "https://openlibrary.org/b/OL7353617M", null, "http://openlibrary.org/b/OL7353617M"),
        ("osti", "1234567", "1234567", "https://www.osti.gov/biblio/1234567", null, "https://www.osti.gov/biblio/1234567"),
        ("other-id", "Our-Id 7", "our-id 7", null, null, null),
        ("pat", "EP1234567B1", "ep1234567b1", null, null, null),
        ("pdb", "1ABC", "1abc", "https://identifiers.org/pdb/1abc", "abc1", "http://identifiers.org/pdb/1abc"),
        ("pmc", "PMC3531190", "3531190", "https://europepmc.org/article/pmc/3531190", "PMC12", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/"),
        ("pmid", "PMID: 23193287", "23193287", "https://pubmed.ncbi.nlm.nih.gov/23193287", "n/a", "https://pubmed.ncbi.nlm.nih.gov/23193287/"),
        ("ppr", "PPR12345", "ppr12345", "https://europepmc.org/article/PPR/ppr12345", null, "https://europepmc.org/article/PPR/PPR12345"),
        ("proposal-id", "Proposal-1", "proposal-1", null, null, null),
        ("raid", "10.25.1/ABC", "10.25.1/abc", "https://raid.org/10.25.1/abc", null, "https://raid.org/10.25.1/abc"),
        ("rfc", "RFC2616", "rfc2616", "https://tools.ietf.org/html/rfc2616", "rfc", "https://tools.ietf.org/html/rfc2616"),
        ("rrid", "AB_262044", "RRID:AB_262044", "https://identifiers.org/rrid/RRID:AB_262044", "AB_26", "https://identifiers.org/rrid/RRID:AB_262044"),
        ("source-work-id", "Pure-42", "pure-42", null, null, null),
        ("ssrn", "1234567", "1234567", "https://papers.ssrn.com/abstract_id=1234567", null, "http://papers.ssrn.com/abstract_id=1234567"),
        ("uri", "example.org/Path", "http://example.org/Path", "http://example.org/Path", "mailto://x y", null),
        ("urn", "URN:NBN:de:101:1-201101", "urn:nbn:de:101:1-201101", null, "nbn", "urn:nbn:de:101:1-201101"),
        ("wosuid", "WOS:000312893100001", "wos:000312893100001", null, "WOS", null),
        ("zbl", "Zbl 1234.56789", "zbl 1234.56789", "https://zbmath.org/?format=complete&q=zbl%201234.56789", "1234", null),
    ];

    public static TheoryData<string> Types => [.. ExternalIdTypes.All.Order(StringComparer.Ordinal)];

    [Fact]
    public void There_is_one_row_for_each_type() =>
        Rows.Select(r => r.Type).ShouldBe(File.ReadLines(OrcidData.PathOf("identifier-types.csv")).Skip(1).Select(l => l.Split(',')[2]), ignoreOrder: true);

    [Theory, MemberData(nameof(Types))]
    public void A_value_is_brought_to_its_form_and_leads_where_it_should(string type)
    {
        var row = Rows.Single(r => r.Type == type);

        var normal = ExternalIdNormaliser.Normalize(type, row.Wild);

        normal.ShouldBe(row.Normal);
        ExternalIdNormaliser.Normalize(type, normal).ShouldBe(normal);
        ExternalIdTypes.UrlOf(type, row.Normal).ShouldBe(row.Url);
        ExternalIdCheck.Of(type, row.Wild).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Types))]
    public void What_cannot_be_one_is_told(string type)
    {
        var row = Rows.Single(r => r.Type == type);

        ExternalIdCheck.Of(type, row.Wrong ?? "").ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Types))]
    public void What_says_of_what_type_it_is_is_recognised_and_nothing_else_as_this(string type)
    {
        var row = Rows.Single(r => r.Type == type);

        if (row.Telling is { } telling) ExternalIdRecognition.Of(telling)!.Value.Type.ShouldBe(type);
        if (ExternalIdRecognition.Of(row.Wild) is { } found) found.Type.ShouldBe(type);
    }

    [Fact]
    public void The_number_on_a_pencil_is_no_ISBN() => ExternalIdCheck.Of("isbn", "4006381333931").ShouldBe(IdentifierFault.CheckDigit);

    [Theory]
    [InlineData("https://zbmath.org/?format=complete&q=an%3Ajfm%2026.0001.01", "jfm")]
    [InlineData("https://zbmath.org/?format=complete&q=zbl%201234.56789", "zbl")]
    public void Of_two_types_whose_addresses_begin_alike_the_one_that_says_more_is_taken(string address, string type) => ExternalIdRecognition.Of(address)!.Value.Type.ShouldBe(type);

    /// <summary>Without the limit of a value's length each of these takes minutes: the test would not end.</summary>
    [Theory, MemberData(nameof(Types))]
    public void Long_and_hostile_values_are_refused_at_once(string type)
    {
        foreach (var text in (IEnumerable<string>)["a", "1", "1 ", "1-", "10.", "pmc", "PMID:", "a-", "é", "ark:/", "(", "%"])
        {
            var value = string.Concat(Enumerable.Repeat(text, 100_000));
            ExternalIdNormaliser.Normalize(type, value).ShouldBeNull();
            ExternalIdCheck.Of(type, value).ShouldBe(IdentifierFault.Shape);
            ExternalIdRecognition.Of(value).ShouldBeNull();
        }
    }
}
