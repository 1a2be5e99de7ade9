using Microsoft.Extensions.Configuration;
using OrcidPortal.Pull.Webhooks;

namespace OrcidPortal.Tests.Pull.Webhooks;

public sealed class WebhookOptionsTests
{
    [Theory]
    [InlineData("Simulator", "http://localhost:5080")]
    [InlineData("Custom", "http://portal:8080/orcid/")]
    [InlineData("Sandbox", "https://orcid.example.edu")]
    [InlineData("Production", "https://orcid.example.edu/portal")]
    public void An_address_at_which_the_registry_can_call_is_taken(string environment, string url) => Fault(environment, url).ShouldBeNull();

    [Theory]
    [InlineData("Simulator", null, "Set Pull:WebhookUrl")]
    [InlineData("Production", " ", "Set Pull:WebhookUrl")]
    [InlineData("Simulator", "orcid.example.edu", "Correct Pull:WebhookUrl")]
    [InlineData("Simulator", "ftp://orcid.example.edu", "Correct Pull:WebhookUrl")]
    [InlineData("Simulator", "https://me:secret@orcid.example.edu", "Correct Pull:WebhookUrl")]
    [InlineData("Simulator", "https://orcid.example.edu/?a=b", "Correct Pull:WebhookUrl")]
    [InlineData("Sandbox", "http://orcid.example.edu", "public https address")]
    [InlineData("Production", "https://localhost:5080", "public https address")]
    public void Any_other_stops_the_start_and_names_the_key(string environment, string? url, string words) => Fault(environment, url).ShouldNotBeNull().ShouldContain(words);

    [Fact]
    public void Without_webhooks_no_address_is_needed() => Fault("Production", null, WebhooksFor.None).ShouldBeNull();

    private static string? Fault(string environment, string? url, WebhooksFor which = WebhooksFor.Connected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Orcid:Environment", environment)]).Build();
        return new WebhookOptionsCheck(configuration).Validate(null, new WebhookOptions { Webhooks = which, WebhookUrl = url }).FailureMessage;
    }
}
