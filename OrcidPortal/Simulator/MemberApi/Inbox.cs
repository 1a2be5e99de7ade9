using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>Tells a person by one line in the inbox what a client has done to the record.</summary>
internal sealed class Inbox(Registry registry)
{
    public void Notify(RegistryState state, ApiCall call, string action, Section section, IReadOnlyList<StoredItem> items)
    {
        state.Add(call.Orcid, new Notice(registry.Now, call.Token!.ClientId, action, section.Name, [.. items.Select(i => new NoticeItem(i.PutCode, TitleOf(i)))]));
        state.Save(state.FindPerson(call.Orcid)! with { LastModifiedAt = registry.Now });
    }

    /// <summary>What people would call it.</summary>
    public static string TitleOf(StoredItem item)
    {
        var said = item.Content;
        var organization = said.Element(Names.Common + "organization")?.Text(Names.Common + "name");
        return said.Element(item.Section.Space + "title")?.Text(Names.Common + "title")
            ?? (organization is not null ? string.Join(", ", new[] { said.Text(Names.Common + "role-title"), organization }.OfType<string>()) : null)
            ?? said.Elements().Where(e => !e.HasElements).Select(e => e.Value).FirstOrDefault()
            ?? item.Section.Name;
    }
}
