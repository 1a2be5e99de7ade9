using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Takes over a whole ORCID record as the API shows it (<c>record-3.0</c>), with its put-codes, sources, visibility and dates.</summary>
internal sealed class ImportControl(Registry registry, Clients clients)
{
    public async Task ImportAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var parsed = XmlBody.Parse(body.ToArray(), Names.Record + "record");
        if (parsed.Error is { } fault)
        {
            await ControlJson.RefuseAsync(http, 400, $"The body is not a record in XML: {fault.DeveloperMessage}");
            return;
        }
        var record = RecordImport.Read(parsed.Value!, registry.Now);
        if (record.Fault is { } wrong)
        {
            await ControlJson.RefuseAsync(http, 400, wrong);
            return;
        }
        var refusal = registry.Run(state => Save(state, record));
        if (refusal is not null) await ControlJson.RefuseAsync(http, 409, refusal);
        else await ControlJson.WriteAsync(http, 201, new { record.Person!.Orcid, Items = record.Items.Count, record.LeftOut });
    }

    /// <returns>Why it cannot be taken over, or null.</returns>
    private string? Save(RegistryState state, RecordImport record)
    {
        var orcid = record.Person!.Orcid;
        if (record.Items.Select(i => (i.PutCode, Owner: state.FindOwner(i.Section, i.PutCode))).FirstOrDefault(o => o.Owner is not null && o.Owner != orcid) is { Owner: { } owner } taken)
            return $"The put-code {taken.PutCode} is taken: it is on the record {owner}.";
        foreach (var item in state.Items(orcid)) state.Remove(orcid, item);
        state.Save(record.Person);
        foreach (var item in record.Items) state.Save(orcid, item);
        foreach (var (id, name) in record.Clients) clients.Meet(state, id, name);
        return null;
    }
}
