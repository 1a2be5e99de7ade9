using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrcidPortal.Commands;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>What the portal refuses to start with.</summary>
public sealed class StartTests
{
    private static readonly (string, string?)[] Production =
    [
        ("Orcid:Environment", "Production"), ("Orcid:ClientId", "APP-0000000000000000"), ("Orcid:ClientSecret", "secret"),
    ];

    [Fact]
    public async Task Without_a_sign_in_every_missing_setting_is_named_at_once()
    {
        await using var app = new PortalApp("Production", [.. Production, ("Security:Mode", null)]);

        var refusal = Refusal(app);

        refusal.ShouldContain("Set Security:Mode");
        refusal.ShouldContain("Set Security:KeyFolder");
        File.Exists(Path.Combine(app.Folder.FullName, "portal.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_demo_sign_in_does_not_start_outside_Development()
    {
        await using var app = new PortalApp("Production", [.. Production, ("Security:Mode", "Demo"), ("Security:KeyFolder", Path.GetTempPath())]);

        Refusal(app).ShouldContain("the demo sign-in lets everybody in");
    }

    [Fact]
    public async Task Entra_needs_its_tenant_and_client()
    {
        await using var app = new PortalApp("Development", ("Security:Mode", "Entra"), ("AzureAd:Instance", "https://login.example.org/"));

        var refusal = Refusal(app);

        refusal.ShouldContain("Set AzureAd:TenantId");
        refusal.ShouldContain("Set AzureAd:ClientId");
        refusal.ShouldNotContain("Set AzureAd:Instance:");
    }

    [Fact]
    public async Task Weak_keys_of_the_API_are_refused_without_repeating_them()
    {
        await using var app = new PortalApp("Staging",
            ("Api:Keys:0:Key", "short-secret"), ("Api:Keys:0:Role", "Admin"), ("Api:Keys:0:Name", "One"),
            ("Api:Keys:1:Key", "a-long-enough-secret-1"), ("Api:Keys:1:Role", "Root"), ("Api:Keys:1:Name", ""));

        var refusal = Refusal(app);

        refusal.ShouldContain("Api:Keys:0:Key");
        refusal.ShouldContain("Api:Keys:1:Role");
        refusal.ShouldContain("Api:Keys:1:Name");
        refusal.ShouldNotContain("short-secret");
    }

    [Fact]
    public async Task Keys_are_kept_beside_the_SQLite_file_in_Development()
    {
        await using var app = new PortalApp();

        using var browser = await app.SignedInAsync("curator");

        Directory.GetFiles(Path.Combine(app.Folder.FullName, "keys"), "key-*.xml").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_named_in_a_sentence()
    {
        await using var app = new PortalApp("Development", ("Orcid:Environment", "Moon"));

        Refusal(app).ShouldContain("'Moon' at 'Orcid:Environment'");
    }

    [Theory]
    [InlineData("29.23:59:59")]
    [InlineData("36526.00:00:00")]
    public async Task The_history_is_kept_for_a_month_at_least_and_a_century_at_most(string keepFor)
    {
        await using var app = new PortalApp("Development", ("History:KeepFor", keepFor));

        Refusal(app).ShouldContain("History:KeepFor is a time from 30 days");
    }

    /// <summary>What the portal tells, one line per setting, before it ends without having started.</summary>
    private static string Refusal(PortalApp app)
    {
        var sentences = StartRefusal.Sentences(app.Services);

        sentences.ShouldNotBeEmpty();
        app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested.ShouldBeFalse();
        return string.Join('\n', sentences);
    }
}
