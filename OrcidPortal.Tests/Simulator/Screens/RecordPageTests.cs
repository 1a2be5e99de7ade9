using System.Text.RegularExpressions;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Screens;

public sealed class RecordPageTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task A_person_reads_name_iD_and_each_public_work_with_its_sources()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", $"records/{Josiah}/works", new { title = "The memory bus, my copy", doi = "10.5555/666655554444" });
        await server.ControlAsync("POST", $"records/{Josiah}/works", new { title = "For friends", doi = "10.5555/friends", visibility = "limited" });
        await server.ControlAsync("POST", $"records/{Josiah}/works", new { title = "A chapter", type = "book-chapter", externalIds = new[] { new { type = "isbn", value = "9780141036144", relationship = "part-of" }, new { type = "pmid", value = "12345678", relationship = "self" } } });

        var page = await server.SendAsync("GET", Josiah, accept: Browser);

        (page.Status, page.Type).ShouldBe((200, "text/html"));
        page.Body.ShouldContain("<h1>Josiah Carberry</h1>");
        page.Body.ShouldContain($"<strong>{Josiah}</strong>");
        page.Body.ShouldContain("<h2>Works (5)</h2>");
        page.Body.ShouldNotContain("For friends");
        page.Body.ShouldContain("<p>2012-10 | Journal article</p>");
        page.Body.ShouldContain("<a href=\"https://doi.org/10.5555/666655554444\" rel=\"noreferrer nofollow\">10.5555/666655554444</a>");
        page.Body.ShouldContain("(part-of)");
        page.Body.ShouldContain(">12345678</a>");
        var group = Regex.Matches(page.Body, "<li class=\"group\">.*?</li>", RegexOptions.Singleline).Select(m => m.Value).Single(g => g.Contains("The memory bus considered harmful", StringComparison.Ordinal));
        group.ShouldContain("The memory bus, my copy");
        group.ShouldContain("Source: <strong>Crossref</strong>");
        group.ShouldContain("Source: <strong>Josiah Carberry</strong>");
        Regex.Count(group, "put-code [0-9]+").ShouldBe(2);
    }

    [Fact]
    public async Task Whatever_a_client_posted_is_shown_as_text_and_never_linked_as_script()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", $"records/{Laure}/works", new { title = "<script>alert(1)</script>", url = "javascript:alert(2)", externalIds = new[] { new { type = "other-id", value = "<b>", url = "javascript:alert(3)" } } });

        var page = await server.SendAsync("GET", Laure, accept: Browser);

        page.Body.ShouldContain("&lt;script&gt;");
        page.Body.ShouldContain("other-id: &lt;b&gt;");
        page.Body.ShouldNotContain("<script");
        page.Body.ShouldNotContain("javascript:");
    }

    [Fact]
    public async Task A_name_that_is_not_public_is_not_shown()
    {
        await using var server = await StartAsync();
        var orcid = (await server.ControlAsync("POST", "people", new { givenNames = "Secretive", nameVisibility = "limited", works = new[] { new { title = "Own", doi = "10.5555/own" } } })).GetProperty("orcid").GetString()!;

        var page = await server.SendAsync("GET", orcid, accept: Browser);

        page.Body.ShouldContain($"<h1>{orcid}</h1>");
        page.Body.ShouldContain($"Source: <strong>{orcid}</strong>");
        page.Body.ShouldNotContain("Secretive");
    }

    [Fact]
    public async Task A_long_record_comes_in_pages_of_fifty()
    {
        await using var server = await StartAsync();

        var (first, last) = (await server.SendAsync("GET", "0009-0001-0000-017X"), await server.SendAsync("GET", "0009-0001-0000-017X?page=99"));

        Regex.Count(first.Body, "<li class=\"group\">").ShouldBe(50);
        first.Body.ShouldContain("<a href=\"?page=2\">Next page</a>");
        last.Body.ShouldContain("Page 5 of 5");
        last.Body.ShouldNotContain("Next page");
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("application/orcid+xml")]
    [InlineData("application/json")]
    [InlineData("text/html;q=0.5,application/vnd.orcid+json")]
    public async Task A_program_that_wants_XML_or_JSON_is_sent_to_the_public_API(string accept)
    {
        await using var server = await StartAsync();

        var sent = await server.SendAsync("GET", Josiah, accept: accept);
        var record = await server.SendAsync("GET", sent.Location!, accept: accept);

        (sent.Status, sent.Location).ShouldBe((302, $"/pub/v3.0/{Josiah}"));
        record.Status.ShouldBe(200);
        accept.ShouldEndWith(record.Type!);
    }

    [Theory]
    [InlineData("0000-0002-5391-5437", Browser)]
    [InlineData("0000-0002-5391-5437", "application/xml")]
    [InlineData("%3Cb%3E", "*/*")]
    public async Task An_unknown_iD_is_a_page_that_is_not_found(string orcid, string accept)
    {
        await using var server = await StartAsync();

        var page = await server.SendAsync("GET", orcid, accept: accept);

        (page.Status, page.Type).ShouldBe((404, "text/html"));
        page.Body.ShouldContain("<h1>Record not found</h1>");
        page.Body.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task The_front_page_leads_to_the_records()
    {
        await using var server = await StartAsync();

        (await server.SendAsync("GET", "")).Body.ShouldContain($"<a href=\"/{Josiah}\">Public record of Josiah Carberry</a>");
    }
}
