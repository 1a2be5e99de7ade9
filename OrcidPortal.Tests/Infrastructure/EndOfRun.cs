using OrcidPortal.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(EndOfRun))]

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>Stops what the tests of this assembly started; servers start with the first test that asks for them.</summary>
public sealed class EndOfRun : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await PostgreSql.EndAsync();
}
