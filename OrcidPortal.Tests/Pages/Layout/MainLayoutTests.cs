using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Security;

namespace OrcidPortal.Tests.Pages.Layout;

public sealed class MainLayoutTests
{
    [Fact]
    public async Task A_page_one_goes_to_is_made_once()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var made = 0;
        house.Browser.ComponentFactories.Add(type => type == typeof(RecordEditor), _ =>
        {
            made++;
            return new RecordEditor();
        });
        var id = await house.ImportedAsync(new RecordFields { Title = "On engines", PublicationDate = "2024" });
        house.Navigation.NavigateTo("curation");
        var portal = Open(house);
        portal.WaitForElement("h1");

        await portal.InvokeAsync(() => house.Navigation.NavigateTo($"records/{id}"));

        portal.WaitForElement("[data-field=title]");
        made.ShouldBe(1);
        portal.Find("a.skip").GetAttribute("href").ShouldBe($"records/{id}#content");
    }

    [Fact]
    public async Task Who_goes_on_from_a_page_that_failed_sees_the_next_one()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        house.Browser.ComponentFactories.Add(type => type == typeof(RecordEditor), _ => new Fails());
        house.Navigation.NavigateTo($"records/{Guid.NewGuid()}");
        var portal = Open(house);
        portal.WaitForAssertion(() => portal.Find("h1").TextContent.ShouldBe("This page could not be shown"));

        await portal.InvokeAsync(() => house.Navigation.NavigateTo("curation"));

        portal.WaitForAssertion(() => portal.Find("h1").TextContent.ShouldNotBe("This page could not be shown"));
    }

    private static IRenderedComponent<Routes> Open(PageHouse house)
    {
        house.Browser.Renderer.SetRendererInfo(new RendererInfo("Server", true));
        return house.Browser.Render<Routes>(p => p.Add(r => r.Reader, new ReaderCookie(null, null)));
    }

    private sealed class Fails : ComponentBase
    {
        [Parameter] public Guid Id { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => throw new InvalidOperationException("the reason nobody should read");
    }
}
