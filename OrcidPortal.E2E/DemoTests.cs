using OrcidPortal.E2E.Infrastructure;

namespace OrcidPortal.E2E;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_shows_records_of_every_kind_in_all_that_can_become_of_them()
    {
        await using var portal = await PortalServer.StartAsync([.. RestApi.Settings, ("Demo:Records", "true")]);
        var api = new RestApi(portal);

        var counts = await Eventually.IsAsync(api.CountsAsync, c => c["InSync"] == 12 && c["Ready"] + c["Sending"] == 0, "all sent that may go", seconds: 60);

        // Three works and fundings lack something, one name waits for its owner, a membership is not ours and three profile items are not chosen, and nobody has connected for four.
        (counts["NeedsFix"], counts["AwaitingApproval"], counts["NotChosen"], counts["Blocked"], counts["Failed"]).ShouldBe((3, 1, 4, 3, 0));

        await portal.KillAsync();
        await portal.StartAgainAsync();
        (await api.CountsAsync()).Values.Sum().ShouldBe(counts.Values.Sum(), "brought once");
    }
}
