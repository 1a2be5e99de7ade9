using CsCheck;

namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>Whatever two clients and the person do to a record in whatever order, it holds what a small model says, and shows it to whom the model says.</summary>
public sealed class RandomWritesTests
{
    [Fact]
    public async Task Any_sequence_of_writes_leaves_what_the_model_says()
    {
        await using var server = await SimulatorServer.StartAsync();

        await AnyOperation.One.Array[1, 30].SampleAsync(
            async operations =>
            {
                var record = await ModelledRecord.MakeAsync(server);
                for (var i = 0; i < operations.Length; i++)
                {
                    await record.DoAsync(operations[i]);
                    if (i % 10 == 9) await record.CompareAsync();
                }
                await record.CompareAsync();
            },
            iter: 300, threads: 1, print: operations => string.Join(Environment.NewLine, operations.Select(o => o.ToString())));
    }
}
