using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Search;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>What is asked of the registry as a whole and not of one record.</summary>
internal sealed class RegistryReads(Registry registry, Clients clients, ItemSources sources)
{
    private static readonly XNamespace Identifiers = Names.Section("identifier");

    private static readonly Content IdentifierType = Content.Of(
        Part("name", JsonForm.Text), Part("description", JsonForm.Text), Part("resolution-prefix", JsonForm.Text), Part("deprecated", JsonForm.Flag),
        Part("case-sensitive", JsonForm.Flag), Part("primary-use", JsonForm.Text));

    /// <summary>The iDs of records that a query finds.</summary>
    public Reply Search(ApiCall call) => Find(call, (page, xml) => new SearchMessages(xml).Brief(page));

    /// <summary>The iDs with what people and institutions are called.</summary>
    public Reply ExpandedSearch(ApiCall call) => Find(call, (page, _) => SearchMessages.Long(page));

    /// <summary>A client's name, and no more than that.</summary>
    public Reply Client(ApiCall call, string id) => clients.Find(id) is { } client
        ? call.Message(200, new Leaf(new XElement(Names.Client + "client", new XElement(Names.Client + "name", client.Name), new XElement(Names.Client + "description", "")), RecordSchema.Client))
        : call.Error(ErrorTexts.Of(9027, null, ("client", id)));

    /// <summary>All types of identifiers that works can have.</summary>
    public static Reply IdentifierTypes(ApiCall call) => call.Message(200, new Branch(
        Identifiers + "identifiers", null, new Many("identifier", Vocabulary.IdentifierTypes.Values.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (Node)new Leaf(
            new XElement(
                Identifiers + "identifier", Say("name", t.Name), Say("description", t.Description), Say("resolution-prefix", t.Prefix), Say("deprecated", "false"),
                Say("case-sensitive", t.CaseSensitive ? "true" : "false"), Say("primary-use", "work")),
            IdentifierType)))));

    private Reply Find(ApiCall call, Func<SearchPage, SourceXml, Leaf> write)
    {
        if (!call.IsPublic && Access.CheckScope(call.Token!, [Scopes.ReadPublic]) is { } refusal) return call.Error(refusal);
        var request = SearchRequest.Read(call.Query, call.IsPublic, call.Token is not null, registry.Now);
        if (request.Error is { } fault) return call.Error(fault);
        var (people, names) = registry.Run(state => (
            state.People.Where(p => p.Standing == RecordStanding.Active && p.Claimed).Select(p => (Person: p, Items: state.Items(p.Orcid))).ToList(),
            sources.Of(state, [])));
        var page = RecordSearch.Find(people.Select(p => PublicRecord.Document(p.Person, p.Items)), request.Value!);
        return call.Message(200, write(page, new(names)));
    }

    private static One Part(string name, JsonForm form) => new(Identifiers + name, Content.Of(Texts.Any).As(form));
    private static XElement Say(string name, string text) => new(Identifiers + name, text);
}
