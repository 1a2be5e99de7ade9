using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Curation;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Security;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>A curator and a researcher who look at their pages all the time: the frame of a page comes by HTTP, what stands in it is read by its circuit.</summary>
internal sealed class LookedAtPages : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly MeasuredPortal _portal;
    private readonly HttpClient _curator;
    private readonly HttpClient _researcher;
    private readonly Person _person;

    private LookedAtPages(MeasuredPortal portal, HttpClient curator, HttpClient researcher, Person person) => (_portal, _curator, _researcher, _person) = (portal, curator, researcher, person);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Signs in as the demo's curator and as the person with the id of the demo's researcher.</summary>
    public static async Task<LookedAtPages> SignInAsync(MeasuredPortal portal) =>
        new(portal, await ClientAsync(portal, "curator"), await ClientAsync(portal, "researcher"), (await portal.Services.GetRequiredService<People>().FindAsync("researcher", Cancelled))!);

    /// <summary>Looks at each page in turn, ten a second at most, until the work is done.</summary>
    public async Task<IReadOnlyList<Looked>> LookAsync(Func<Task> work)
    {
        var (list, counts, items) = (_portal.Services.GetRequiredService<FixList>(), _portal.Services.GetRequiredService<FixCounts>(), _portal.Services.GetRequiredService<SyncItemList>());
        (string Page, Func<Task> Look, Durations Taken)[] pages =
        [
            ("GET /works", () => GetAsync(_researcher, "/works"), new()),
            ("GET /curation", () => GetAsync(_curator, "/curation"), new()),
            ("what stands in /works", async () =>
            {
                await items.CountAsync(_person.Id, Cancelled);
                await items.AtOrcidAsync(_person.Id, null, Cancelled);
                await items.KindsAsync(_person.Id, Cancelled);
                await items.ListAsync(new SyncItemFilter(_person.Id), null, Cancelled);
            }, new()),
            ("what stands in /curation", async () =>
            {
                await counts.LatestAsync(Cancelled);
                await list.ListAsync(new FixFilter(), null, Cancelled);
            }, new()),
        ];
        foreach (var page in pages) await page.Look();
        var working = work();
        using var timer = new PeriodicTimer(Pause);
        for (var i = 0; !working.IsCompleted && await timer.WaitForNextTickAsync(Cancelled); i++) await pages[i % pages.Length].Taken.TakeAsync(pages[i % pages.Length].Look);
        await working;
        return [.. pages.Select(p => new Looked(p.Page, p.Taken))];
    }

    public void Dispose()
    {
        _curator.Dispose();
        _researcher.Dispose();
    }

    private static async Task<HttpClient> ClientAsync(MeasuredPortal portal, string account)
    {
        var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var signedIn = await client.GetAsync(new Uri($"/signin/demo/{account}", UriKind.Relative), Cancelled);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    private static async Task GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await answer.Content.ReadAsByteArrayAsync(Cancelled);
    }
}

/// <summary>A page, and how long it took each time.</summary>
internal sealed record Looked(string Page, Durations Taken);
