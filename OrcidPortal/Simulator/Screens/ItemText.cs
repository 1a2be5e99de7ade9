using System.Xml.Linq;
using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Simulator.Screens.Screen;

namespace OrcidPortal.Simulator.Screens;

/// <summary>Items as people read them.</summary>
internal static class ItemText
{
    /// <summary>One version of an item; the first of a group stands under a heading.</summary>
    public static string Article(StoredItem item, bool isFirst, string source)
    {
        var said = item.Content;
        var lines = new[] { said.Element(item.Section.Space + "title")?.Text(Names.Common + "subtitle"), said.Text(Names.Common + "department-name"), said.Text(Names.Work + "journal-title") };
        var facts = new[] { Dates(said), TypeName(said.Text(item.Section.Space + "type")), Place(said), Amount(said) }.Where(t => !string.IsNullOrEmpty(t));
        return $"""
            <article>
            {(isFirst ? $"""<h3 dir="auto">{Text(Title(item, said))}</h3>""" : $"""<p class="also" dir="auto">{Text(Title(item, said))}</p>""")}
            {string.Concat(lines.Where(l => !string.IsNullOrEmpty(l)).Select(l => $"<p dir=\"auto\">{Text(l)}</p>"))}
            <p>{Text(string.Join(" | ", facts))}</p>
            {string.Concat(ItemKeys.ExternalIds(said).Select(id => $"<p>{Identifier(id)}</p>"))}
            {(Links.Safe(said.Text(Names.Common + "url")) is { } url ? $"""<p>Link: <a href="{Text(url)}" rel="noreferrer nofollow">{Text(url)}</a></p>""" : "")}
            <p>Source: <strong>{Text(source)}</strong> <small class="soft">put-code {item.PutCode}</small></p>
            </article>
            """;
    }

    public static string Title(StoredItem item, XElement said) => said.Element(item.Section.Space + "title")?.Text(Names.Common + "title") ?? Inbox.TitleOf(item);

    public static string Date(XElement said, string name) => DateRules.Text(said.Element(Names.Common + name));

    /// <summary>The list's name as a heading.</summary>
    public static string ListName(Section section) => TypeName(section.ListName);

    private static string Dates(XElement said)
    {
        var (start, end) = (Date(said, "start-date"), Date(said, "end-date"));
        return start.Length + end.Length > 0 ? $"{start} to {(end.Length == 0 ? "present" : end)}" : Date(said, "publication-date");
    }

    private static string? Place(XElement said) => said.Element(Names.Common + "organization") is { } organization
        ? string.Join(", ", new[] { organization.Text(Names.Common + "name") }.Concat((organization.Element(Names.Common + "address")?.Elements() ?? []).Select(e => e.Value)))
        : null;

    private static string? Amount(XElement said) => said.Element(Names.Funding + "amount") is { } amount ? $"{amount.Attribute("currency-code")?.Value} {amount.Value}" : null;

    private static string Identifier(XElement id)
    {
        var relationship = ItemKeys.RelationshipOf(id) is null or "self" ? "" : $" ({Text(ItemKeys.RelationshipOf(id))})";
        var value = Links.Of(id) is { } link ? $"""<a href="{Text(link)}" rel="noreferrer nofollow">{Text(ItemKeys.ValueOf(id))}</a>""" : Text(ItemKeys.ValueOf(id));
        return $"{Text(ItemKeys.TypeOf(id))}: {value}{relationship}";
    }

    private static string TypeName(string? type) => string.IsNullOrEmpty(type) ? "" : char.ToUpperInvariant(type[0]) + type[1..].Replace('-', ' ');
}
