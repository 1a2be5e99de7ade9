using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Commands;
using OrcidPortal.Commands.Generation;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Commands.Generation;

/// <summary>A database and the rooms that generating needs.</summary>
internal sealed class GenerationHouse : IAsyncDisposable
{
    private GenerationHouse(TestDatabase database)
    {
        Database = database;
        Services = database.Compose(b =>
        {
            b.Services.AddDataProtection().PersistKeysToFileSystem(database.Folder);
            b.AddOrcidApi().AddRecords().AddHistory().AddLive().AddConnect().AddMapping().AddRemote().AddPush().AddCommands();
        }, ("Orcid:Environment", "Simulator"), ("Orcid:SimulatorUrl", "http://localhost:1"), ("Orcid:Scopes", "/authenticate /read-limited /activities/update /person/update"));
    }

    public TestDatabase Database { get; }
    public ServiceProvider Services { get; }

    public static async Task<GenerationHouse> OpenAsync(DatabaseProvider provider) => new(await Databases.OpenAsync(provider, TestContext.Current.CancellationToken));

    public Task<GenerateResult> GenerateAsync(int people, int works, int seed = 1, bool force = false) =>
        Services.GetRequiredService<DatabaseGenerator>().GenerateAsync(new GenerateOptions(people, works, seed, force), null, TestContext.Current.CancellationToken);

    public async Task<(int Code, string Output)> CommandAsync(params string[] args)
    {
        await using var output = new StringWriter();
        return (await GenerateCommand.RunAsync(Services, args, output, TestContext.Current.CancellationToken), output.ToString());
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
