using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Pull.Webhooks;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull.Webhooks;

/// <summary>What tests of webhooks ask of a <see cref="PushHouse"/>.</summary>
internal static class WebhookHouse
{
    public const string Address = "https://orcid.example.edu";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<PushHouse> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, WebhooksFor which = WebhooksFor.Connected) =>
        PushHouse.OpenAsync(provider, settings: Settings(which));

    public static (string Name, string? Value)[] Settings(WebhooksFor which, string address = Address) => [("Pull:Webhooks", which.ToString()), ("Pull:WebhookUrl", address)];

    /// <summary>One run of the registrar, as the job does it.</summary>
    public static Task RegisterAsync(this PushHouse house, ServiceProvider? process = null) => (process ?? house.Services).GetRequiredService<WebhookRegistrar>().RunAsync(Stop);

    public static Task<List<WebhookRegistration>> RegistrationsAsync(this PushHouse house) => house.Database.ReadAsync(db => db.WebhookRegistrations.AsNoTracking().OrderBy(w => w.Id).ToListAsync(Stop));

    public static async Task<WebhookRegistration> RegistrationAsync(this PushHouse house) => (await house.RegistrationsAsync()).ShouldHaveSingleItem();

    /// <summary>What ORCID would call about Ada.</summary>
    public static async Task<string> CallbackAsync(this PushHouse house) => (await house.Registry.WebhooksAsync()).Single(w => w.Orcid == house.Orcid).Url;

    /// <summary>ORCID calls.</summary>
    public static Task CallAsync(this PushHouse house, string callback) => house.Services.GetRequiredService<WebhookReceipt>().ReceiveAsync(callback.Split('/')[^1], Stop);

    /// <summary>One run of the pull, as the job does it.</summary>
    public static Task ReadDueAsync(this PushHouse house) => house.Services.GetRequiredService<PullRunner>().RunAsync(Stop);

    /// <summary>How often Ada's record was read.</summary>
    public static async Task<int> ReadingsAsync(this PushHouse house) => (await house.Registry.CallsAsync(house.Orcid)).Count(c => c == "GET /record");
}
