using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>A work or funding as it goes while some of its identifiers still stand at another one of the person's: without those.</summary>
public static class WithoutIdentifiers
{
    /// <summary>Takes own identifiers away; where none is left, the number of the record stands in for them.</summary>
    /// <param name="record">A work or funding as it would go.</param>
    /// <param name="keys">Keys of <see cref="SelfKeys"/>.</param>
    /// <param name="context">With which it was mapped.</param>
    public static MappedRecord Of(MappedRecord record, IReadOnlySet<string> keys, MappingContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Message switch
        {
            WorkMessage work => With(record, work with { ExternalIds = Rest(work.ExternalIds) }),
            FundingMessage funding => With(record, funding with { ExternalIds = Rest(funding.ExternalIds) }),
            _ => record,
        };

        IReadOnlyList<ExternalId> Rest(IReadOnlyList<ExternalId> ids)
        {
            var rest = ids.Where(i => i.Relationship != Relationship.Self || !keys.Contains(i.Key)).ToList();
            if (rest.All(i => i.Relationship != Relationship.Self) && OwnIdentifier.Number(context) is { } number) rest.Insert(0, number);
            return rest;
        }
    }

    private static MappedRecord With(MappedRecord record, OrcidMessage message) =>
        record with { Message = message, Fingerprint = Fingerprints.Of(message), SelfKeys = SelfKeys.Of(message) };
}
