using CsCheck;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping;

/// <summary>Nothing that we accept is refused by a registry written by other hands: 1,000 records of every kind here, 10,000 where <c>ORCIDPORTAL_TEST_RECORDS</c> says so.</summary>
public sealed class AcceptanceTests
{
    // Two: a record of ORCID takes 10,000 works, those included that stand there before.
    private static readonly string[] Orcids = ["0000-0002-1825-0097", "0000-0001-5109-3700"];
    private static readonly int Wanted = int.TryParse(Environment.GetEnvironmentVariable("ORCIDPORTAL_TEST_RECORDS"), out var records) ? records : 1000;

    [Theory, MemberData(nameof(AnyRecords.Kinds), MemberType = typeof(AnyRecords))]
    public async Task Whatever_can_be_sent_is_taken_and_stands_there_as_it_was_meant(RecordKind kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var registry = await SimulatedRegistry.StartAsync();
        var accepted = Accepted(kind);
        var (refused, held) = (new List<string>(), new List<StoredItem>());

        foreach (var (orcid, records) in Orcids.Select(OrcidId.Parse).Zip(accepted.Chunk((accepted.Count + Orcids.Length - 1) / Orcids.Length)))
        {
            var token = await registry.TokenAsync(orcid.Value, "/read-limited /activities/update /person/update");
            foreach (var chunk in records.Chunk(kind == RecordKind.Work ? OrcidMemberClient.BulkLimit : 1))
            {
                if (kind == RecordKind.Work)
                {
                    var answer = await registry.Member.AddManyAsync(orcid, token, [.. chunk.Select(c => c.Work!)], cancel);
                    answer.IsOk.ShouldBeTrue(answer.Result.ToString());
                    refused.AddRange(answer.Value!.Zip(chunk).Where(p => !p.First.IsOk || Fingerprints.Of(p.First.Value!.Message) != p.Second.Fingerprint)
                        .Select(p => $"{p.First.Result}: {OrcidMessages.ToText(p.Second.Message)}"));
                    continue;
                }
                var one = await registry.Member.AddAsync(orcid, token, chunk[0].Message, cancel);
                if (!one.IsOk) refused.Add($"{one.Result}: {OrcidMessages.ToText(chunk[0].Message)}");
            }
            var read = await registry.Member.ReadRecordAsync(orcid, token, cancel);
            held.AddRange(read.Value!.Items.Where(i => i.SourceClientId == SimulatedRegistry.PortalClient && i.Message.Section == KindSections.Of(kind)));
        }

        refused.ShouldBeEmpty();
        held.Count.ShouldBe(accepted.Count);
        held.SelectMany(i => SelfKeys.Of(i.Message)).Order(StringComparer.Ordinal).ShouldBe(accepted.SelectMany(a => a.SelfKeys).Order(StringComparer.Ordinal));
    }

    /// <summary>Records that our rules let pass, no two of which are the same to ORCID.</summary>
    private static List<MappedRecord> Accepted(RecordKind kind)
    {
        var accepted = new List<MappedRecord>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var records = Gen.Select(AnyRecords.Of(kind), AnyRecords.Context).Array[500];
        // Of some kinds there are not so many: a person has one of 250 countries.
        for (var tries = 0; accepted.Count < Wanted && tries < Wanted; tries++)
        {
            foreach (var (fields, context) in records.Single())
            {
                if (accepted.Count == Wanted) break;
                var mapped = RecordMapper.Map(kind, fields, context);
                if (mapped.CanBeSent && !mapped.SelfKeys.Any(taken.Contains)) accepted.Add(mapped);
                if (mapped.CanBeSent) taken.UnionWith(mapped.SelfKeys);
            }
            if (kind == RecordKind.Country && tries > 5) break;
        }
        accepted.Count.ShouldBeGreaterThanOrEqualTo(kind == RecordKind.Country ? 4 : Wanted);
        return accepted;
    }
}
