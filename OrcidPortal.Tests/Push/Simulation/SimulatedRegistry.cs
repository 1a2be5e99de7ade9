using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrcidPortal.OrcidApi;
using OrcidPortal.Simulator;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>The simulator without a port, for many histories at once: each has people of its own.</summary>
internal sealed class SimulatedRegistry : IAsyncDisposable
{
    public const string Url = "http://localhost";

    private readonly WebApplication _app;
    private readonly Registry _state;
    private readonly HttpMessageInvoker _api;

    private SimulatedRegistry(WebApplication app)
    {
        _app = app;
        _state = app.Services.GetRequiredService<Registry>();
        _api = new HttpMessageInvoker(app.GetTestServer().CreateHandler());
    }

    public static async Task<SimulatedRegistry> StartAsync()
    {
        var app = SimulatorHost.Build(["simulator"], b =>
        {
            b.WebHost.UseTestServer();
            b.Logging.ClearProviders();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SimulatedRegistry(app);
    }

    /// <summary>A call arrives and takes effect.</summary>
    public Task<HttpResponseMessage> SendAsync(Call call) => _api.SendAsync(call.ToRequest(), CancellationToken.None);

    public string AddPerson(string given, string family) => _state.Run(state =>
    {
        string orcid;
        do orcid = OrcidIds.New();
        while (state.FindPerson(orcid) is not null);
        state.Save(new Person { Orcid = orcid, GivenNames = given, FamilyName = family, Email = $"{orcid}@example.org", CreatedAt = _state.Now, LastModifiedAt = _state.Now });
        return orcid;
    });

    public string Grant(string orcid, string scopes) => _app.Services.GetRequiredService<SimulatorTokens>().Grant(orcid, null, scopes)!;

    /// <summary>Adds a work as the portal's client, but not by the portal.</summary>
    public async Task AddOursAsync(string orcid, WorkMessage work)
    {
        var call = new Call(HttpMethod.Post, new Uri($"{Url}/v3.0/{orcid}/work"), $"Bearer {Grant(orcid, World.ScopesGiven)}", "application/vnd.orcid+xml", MessageXmlWriter.Write(work, putCode: null), "application/vnd.orcid+xml");
        using var answer = await SendAsync(call);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The person takes the permission back at ORCID.</summary>
    public void Revoke(string orcid) => _state.Run(state =>
    {
        foreach (var token in state.Tokens.Where(t => t.Orcid == orcid && t.End == TokenEnd.None).ToList()) state.Save(token with { End = TokenEnd.RevokedByUser });
    });

    /// <summary>The person removes an item at ORCID.</summary>
    public void Remove(string orcid, HeldItem item) => _state.Run(state =>
    {
        state.Remove(orcid, state.FindItem(orcid, RecordSections.Find(item.Section)!, item.PutCode)!);
        state.Save(state.FindPerson(orcid)! with { LastModifiedAt = _state.Now });
    });

    /// <summary>Somebody else adds a work.</summary>
    public void AddForeign(string orcid, WorkMessage work) => _state.Run(state =>
    {
        var content = System.Xml.Linq.XElement.Parse(System.Text.Encoding.UTF8.GetString(MessageXmlWriter.Write(work, putCode: null)));
        state.Save(orcid, new OrcidPortal.Simulator.Store.StoredItem(RecordSections.Works, state.NextPutCode(), content, SimulatorClient.CrossrefId, "public", 1, _state.Now, _state.Now));
        state.Save(state.FindPerson(orcid)! with { LastModifiedAt = _state.Now });
    });

    /// <summary>What stands on a record from the portal, in the order of put-codes.</summary>
    public IReadOnlyList<HeldItem> Items(string orcid) => [.. All(orcid).Where(i => i.Source == SimulatorClient.PortalId)];

    /// <summary>What stands on a record from others, in the order of put-codes.</summary>
    public IReadOnlyList<HeldItem> Foreign(string orcid) => [.. All(orcid).Where(i => i.Source != SimulatorClient.PortalId)];

    private IEnumerable<HeldItem> All(string orcid) => _state.Run(state => state.Items(orcid)).Select(HeldItem.Of).OrderBy(i => i.PutCode);

    /// <summary>Whose record holds it; null: nobody's.</summary>
    public string? OwnerOf(string section, long putCode) => _state.Run(state => state.FindOwner(RecordSections.Find(section)!, putCode));

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>An item as the registry holds it.</summary>
internal sealed record HeldItem(string Section, long PutCode, string Source, OrcidMessage Message)
{
    public Mark? Mark { get; } = Simulation.Mark.Of(Message);

    public static HeldItem Of(OrcidPortal.Simulator.Store.StoredItem item) =>
        new(item.Section.Name, item.PutCode, item.Source, MessageXmlReader.TryReadMessage(item.Content, out var message) ? message : throw new InvalidOperationException("not readable"));
}
