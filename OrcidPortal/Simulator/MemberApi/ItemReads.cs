using System.Globalization;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>Reading single items by put-code, one at a time or up to a hundred.</summary>
internal sealed class ItemReads(Registry registry, RecordReads records, ItemSources sources)
{
    private const int MostInBulk = 100;

    /// <param name="call">The request.</param>
    /// <param name="section">The kind.</param>
    /// <param name="putCode">As it stands in the address.</param>
    /// <param name="isSummary">Whether the short form is asked for.</param>
    public Reply One(ApiCall call, Section section, string putCode, bool isSummary)
    {
        if (!TryPutCode(putCode, out var number)) return call.Error(ErrorTexts.Of(9034));
        var (item, names, error) = registry.Run(state =>
        {
            var refusal = records.Open(state, call);
            var found = refusal is null ? state.FindItem(call.Orcid, section, number) : null;
            refusal ??= found is null ? ErrorTexts.Of(9016) : Access.CheckRead(found, call.Viewer);
            return (found, sources.Of(state, found is null ? [] : [found.Source]), refusal);
        });
        if (error is not null || item is null) return call.Error(error ?? ErrorTexts.Of(9016));
        var xml = new ItemXml(new(names));
        return call.Message(200, isSummary ? xml.Summary(call.Orcid, item) : xml.Whole(call.Orcid, item));
    }

    /// <summary>Items by put-code, in the order asked for; what cannot be shown is an error in its place.</summary>
    public Reply Bulk(ApiCall call, Section section, string putCodes)
    {
        var asked = putCodes.Split(',', StringSplitOptions.TrimEntries);
        if (asked.Length > MostInBulk) return call.Error(ErrorTexts.Of(9042));
        if (asked.FirstOrDefault(a => !TryPutCode(a, out _)) is { } wrong) return call.Error(ErrorTexts.Of(9006, $"For input string: \"{wrong}\""));
        var (items, names, error) = registry.Run(state =>
        {
            if (records.Open(state, call) is { } refusal) return ([], sources.Of(state, []), refusal);
            var found = asked.Select(a => Place(state, call, section, a)).ToList();
            return (found, sources.Of(state, found.Select(p => p.Item?.Source).OfType<string>()), (ApiError?)null);
        });
        return error is not null ? call.Error(error) : call.Message(200, BulkPlace.Message(call, items, names));
    }

    public static bool TryPutCode(string text, out long putCode) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out putCode);

    private static BulkPlace Place(RegistryState state, ApiCall call, Section section, string putCode)
    {
        TryPutCode(putCode, out var number);
        if (state.FindItem(call.Orcid, section, number) is not { } item) return new(null, ErrorTexts.Of(9034, $"'{putCode}' is not a valid put code"));
        var error = Access.CheckRead(item, call.Viewer);
        return error is null ? new(item, null) : new(null, error);
    }
}
