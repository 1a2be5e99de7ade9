using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OrcidPortal.Pages.Layout;

namespace OrcidPortal.Tests.Pages.Layout;

public sealed class PortalErrorBoundaryTests
{
    [Fact]
    public async Task A_page_that_fails_leaves_words_a_reference_and_a_way_on()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var head = house.Browser.Render<HeadOutlet>();
        FailsOnce.Failed = false;
        var page = house.Open<PortalErrorBoundary>(("Time", house.Database.TimeProvider), ("ChildContent", (RenderFragment)(b => { b.OpenComponent<FailsOnce>(0); b.CloseComponent(); })));

        page.Find("h1").TextContent.ShouldBe("This page could not be shown");
        head.WaitForAssertion(() => head.Find("title").TextContent.ShouldBe("This page could not be shown"));
        page.Find("code").TextContent.ShouldMatch(@"^\d{4}-\d{4}-[A-Z]{4}$");
        page.Markup.ShouldNotContain("the reason nobody should read");

        await page.Button("Try again").ClickAsync(new MouseEventArgs());
        page.Markup.ShouldContain("all is well");
    }

    private sealed class FailsOnce : ComponentBase
    {
        public static bool Failed { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (!Failed)
            {
                Failed = true;
                throw new InvalidOperationException("the reason nobody should read");
            }
            builder.AddContent(0, "all is well");
        }
    }
}
