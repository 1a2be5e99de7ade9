using CsCheck;

namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>Whatever two clients and the person do to a record in whatever order, it holds what a small model says, and shows it to whom the model says.</summary>
public sealed class RandomWritesTests
{
    [Fact]
    public async Task Any_sequence_of_writes_leaves_the_works_that_the_model_says() => await HoldAsync(ModelKind.Work, AnyOperation.OnWorks, 300);

    [Fact]
    public async Task Any_sequence_of_writes_leaves_the_fundings_that_the_model_says() => await HoldAsync(ModelKind.Funding, AnyOperation.OnFundings, 200);

    private static async Task HoldAsync(ModelKind kind, Gen<Operation> operation, int times)
    {
        await using var server = await SimulatorServer.StartAsync();
        HashSet<string> given = [];

        await operation.Array[1, 30].SampleAsync(
            async operations =>
            {
                var record = await ModelledRecord.MakeAsync(server, kind, given);
                for (var i = 0; i < operations.Length; i++)
                {
                    await record.DoAsync(operations[i]);
                    if (i % 10 == 9) await record.CompareAsync();
                }
                await record.CompareAsync();
            },
            iter: times, threads: 1, print: operations => string.Join(Environment.NewLine, operations.Select(o => o.ToString())));
    }
}
