using OrcidPortal.Data.Entities;
using CsCheck;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping;

/// <summary>What we think can be sent, a registry written by other hands takes, and gives back as the same work.</summary>
public sealed class MappingAtSimulatorTests
{
    private static readonly OrcidId Orcid = OrcidId.Parse("0000-0002-1825-0097");

    [Fact]
    public async Task Whatever_can_be_sent_is_taken_and_reads_the_same_afterwards()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Orcid.Value);
        var taken = new HashSet<string>();
        var works = AnyFields.Any.Array[2000].Single()
            .Select(f => RecordMapper.Map(RecordKind.Work, f, Fields.Context with { RecordId = Guid.CreateVersion7() }))
            .Where(w => w.CanBeSent && !w.SelfKeys.Any(taken.Contains) && w.SelfKeys.All(taken.Add))
            .Take(100).ToList();

        foreach (var batch in works.Chunk(OrcidMemberClient.BulkLimit))
        {
            var answer = await registry.Member.AddWorksAsync(Orcid, token, [.. batch.Select(w => w.Work!)], cancel);
            answer.IsOk.ShouldBeTrue(answer.Result.ToString());
            for (var i = 0; i < batch.Length; i++)
            {
                var one = answer.Value![i];
                one.IsOk.ShouldBeTrue($"{one.Result}: {batch[i].Message}, {string.Join(" | ", batch[i].Work!.ExternalIds)}");
                Fingerprints.Of(one.Value!.Work).ShouldBe(batch[i].Fingerprint, batch[i].Work!.ToString());
            }
        }

        works.Count.ShouldBeGreaterThan(50);
    }
}
