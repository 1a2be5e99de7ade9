using System.Text;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class OrcidResultsTests
{
    private const string Duplicate = "409 Conflict: You have already added this activity (matched by external identifiers), please see element with put-code 1234567. If you are";

    [Theory]
    [InlineData(404, 9016, nameof(OrcidResult.NotFound))]
    [InlineData(400, 9022, nameof(OrcidResult.Refused))]
    [InlineData(400, 9001, nameof(OrcidResult.Refused))]
    [InlineData(403, 9035, nameof(OrcidResult.Refused))]
    [InlineData(403, 9010, nameof(OrcidResult.NotSource))]
    [InlineData(403, 9014, nameof(OrcidResult.NotSource))]
    [InlineData(401, 9017, nameof(OrcidResult.TokenRejected))]
    [InlineData(403, 9038, nameof(OrcidResult.MissingScope))]
    [InlineData(409, 9038, nameof(OrcidResult.MissingScope))]
    [InlineData(301, 9007, nameof(OrcidResult.Moved))]
    [InlineData(409, 9007, nameof(OrcidResult.Moved))]
    [InlineData(409, 9018, nameof(OrcidResult.Locked))]
    [InlineData(409, 9044, nameof(OrcidResult.Locked))]
    [InlineData(409, 9036, nameof(OrcidResult.Locked))]
    [InlineData(409, 9021, nameof(OrcidResult.Duplicate))]
    [InlineData(409, 9030, nameof(OrcidResult.Duplicate))]
    [InlineData(409, 9031, nameof(OrcidResult.Refused))]
    [InlineData(409, 9048, nameof(OrcidResult.TooMany))]
    [InlineData(409, 9057, nameof(OrcidResult.ClientLocked))]
    [InlineData(404, 9001, nameof(OrcidResult.Unreachable))]
    [InlineData(500, 9008, nameof(OrcidResult.OutcomeUnknown))]
    public void A_code_of_ORCID_has_its_case(int status, int code, string expected) =>
        OrcidResults.Of(status, new OrcidError(status, code, "text", ErrorAuthor.Orcid), CallEffect.Write).Name.ShouldBe(expected);

    [Theory]
    [InlineData(304, nameof(OrcidResult.NotModified))]
    [InlineData(400, nameof(OrcidResult.Refused))]
    [InlineData(401, nameof(OrcidResult.TokenRejected))]
    [InlineData(403, nameof(OrcidResult.MissingScope))]
    [InlineData(404, nameof(OrcidResult.NotFound))]
    [InlineData(408, nameof(OrcidResult.Busy))]
    [InlineData(429, nameof(OrcidResult.Busy))]
    [InlineData(503, nameof(OrcidResult.Busy))]
    [InlineData(302, nameof(OrcidResult.Unreachable))]
    [InlineData(500, nameof(OrcidResult.OutcomeUnknown))]
    [InlineData(502, nameof(OrcidResult.OutcomeUnknown))]
    [InlineData(504, nameof(OrcidResult.OutcomeUnknown))]
    public void A_status_without_a_code_has_its_case_too(int status, string expected) =>
        OrcidResults.Of(status, OrcidError.Parse([]), CallEffect.Write).Name.ShouldBe(expected);

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public void A_page_of_a_proxy_proves_nothing_about_a_record(int status)
    {
        var page = OrcidError.Parse("<html><head><title>Not here</title></head><body><hr></body></html>"u8.ToArray());

        OrcidResults.Of(status, page, CallEffect.Write).ShouldBeOfType<OrcidResult.Unreachable>();
        page.Message.ShouldBe("Not here");
    }

    [Fact]
    public void A_reading_that_was_lost_is_unreachable_and_not_unknown()
    {
        OrcidResults.Of(500, OrcidError.Parse([]), CallEffect.Read).ShouldBeOfType<OrcidResult.Unreachable>();
        OrcidResults.Lost(CallEffect.Read).ShouldBeOfType<OrcidResult.Unreachable>();
        OrcidResults.Lost(CallEffect.Write).ShouldBeOfType<OrcidResult.OutcomeUnknown>();
    }

    [Fact]
    public void The_put_code_of_a_duplicate_is_read_from_the_text()
    {
        OrcidResults.Of(409, new OrcidError(409, 9021, Duplicate, ErrorAuthor.Orcid), CallEffect.Write)
            .ShouldBe(new OrcidResult.Duplicate(new PutCode(1234567)));
        OrcidResults.Of(409, new OrcidError(409, 9021, "Conflict", ErrorAuthor.Orcid), CallEffect.Write).ShouldBe(new OrcidResult.Duplicate(null));
    }

    [Fact]
    public void A_merged_record_names_its_new_iD()
    {
        var error = new OrcidError(301, 9007, "This account is deprecated. Please refer to account: https://orcid.org/0000-0002-1825-0097. ORCID https://orcid.org/0000-0001-5109-3700", ErrorAuthor.Orcid);

        OrcidResults.Of(301, error, CallEffect.Read).ShouldBe(new OrcidResult.Moved(OrcidId.Parse("0000-0002-1825-0097")));
        OrcidResults.Of(301, error, CallEffect.Read, "https://api.orcid.org/v3.0/0000-0002-1694-233X/works").ShouldBe(new OrcidResult.Moved(OrcidId.Parse("0000-0002-1694-233X")));
    }

    [Theory]
    [InlineData("""{"response-code":409,"developer-message":"Gone","user-message":"u","error-code":9021,"more-info":"m"}""", 9021, "Gone")]
    [InlineData("""<error xmlns="http://www.orcid.org/ns/error"><response-code>409</response-code><developer-message>Gone</developer-message><error-code>9021</error-code></error>""", 9021, "Gone")]
    [InlineData("""{"error":"invalid_token","error_description":"Invalid access token: x"}""", null, "Invalid access token: x")]
    [InlineData("Too Many Requests.", null, "Too Many Requests.")]
    [InlineData("{ broken", null, "{ broken")]
    [InlineData("[1]", null, "[1]")]
    public void The_reason_is_read_from_any_form_of_body(string body, int? code, string message)
    {
        var error = OrcidError.Parse(Encoding.UTF8.GetBytes(body));

        error.Code.ShouldBe(code);
        error.Message.ShouldBe(message);
    }

    [Fact]
    public void Messages_lose_the_token()
    {
        OrcidCall.Cleaned("Invalid access token: 1111-abc", []).ShouldBe("Invalid access token: [token]");
        OrcidCall.Cleaned("\"Access Denied: 1111-abc\" and 22-x", ["22-X"]).ShouldBe("\"Access Denied: [token]\" and [token]");
        OrcidCall.Cleaned(new string('x', 5000), [])!.Length.ShouldBe(2000);
    }
}
