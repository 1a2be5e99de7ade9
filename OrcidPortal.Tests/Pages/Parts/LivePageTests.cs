using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Researcher;

namespace OrcidPortal.Tests.Pages.Parts;

public sealed class LivePageTests
{
    [Fact]
    public async Task The_first_letters_of_a_search_make_a_step_to_go_back_and_the_next_ones_change_it()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.WorkAsync("on engines", SyncState.InSync);
        house.Navigation.NavigateTo("works");
        var page = house.Open<WorksPage>();
        page.WaitForElement("tbody tr");

        await house.TypeAsync(page, "Search in titles", "en");
        page.WaitForAssertion(() => house.Navigation.Uri.ShouldEndWith("/works?q=en"));
        await house.TypeAsync(page, "Search in titles", "engines");
        page.WaitForAssertion(() => house.Navigation.Uri.ShouldEndWith("/works?q=engines"));
        house.Navigation.NavigateTo("works");
        await house.TypeAsync(page, "Search in titles", "on");
        page.WaitForAssertion(() => house.Navigation.Uri.ShouldEndWith("/works?q=on"));

        ((BunitNavigationManager)house.Navigation).History.Select(h => (h.Uri.Split('/')[^1], h.Options.ReplaceHistoryEntry))
            .ShouldBe([("works?q=on", false), ("works", false), ("works?q=engines", true), ("works", false)]);
    }

    [Fact]
    public async Task A_load_that_outlives_its_page_ends_without_a_fault()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var gate = new TaskCompletionSource();
        var page = house.Open<SlowPage>(("Gate", gate.Task));
        var slow = page.FindComponent<SlowPage>().Instance;
        page.WaitForAssertion(() => slow.Started.ShouldBeTrue());

        slow.Dispose();
        gate.SetResult();

        (await slow.Ended.Task).ShouldBeTrue();
    }

    private sealed class SlowPage : PersonPage
    {
        [Parameter] public Task Gate { get; set; } = Task.CompletedTask;

        public bool Started { get; private set; }
        public TaskCompletionSource<bool> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task LoadAsync()
        {
            Started = true;
            await Gate;
            try
            {
                Ended.TrySetResult(Closed.IsCancellationRequested);
            }
            catch (ObjectDisposedException disposed)
            {
                Ended.TrySetException(disposed);
            }
        }
    }
}
