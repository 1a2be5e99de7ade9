using System.Xml.Linq;

namespace OrcidPortal.Tests.Simulator.Schema;

/// <summary>Every small way in which a message can be spoilt (or not), one at a time, at each of its elements.</summary>
internal static class Mutations
{
    private static readonly XNamespace Common = "http://www.orcid.org/ns/common";
    private static readonly string[] Texts =
    [
        "", " ", "x", "unknown-word", "0", "1", "007", "12", "13", "31", "32", "1899", "1900", "2100", "2101", "20 12", "-5", "true", "a@b.c", "a@b", "##", "http://x.y/ z", "public", "first",
        "2017-07-17T16:13:51.440Z", "2017-07-17", "https://orcid.org/0000-0001-5109-3700", "http://orcid.org/0000-0001-5109-3700", "0000-0001-5109-370X", "APP-0123456789ABCDEF",
        .. new[] { 150, 151, 350, 351, 1000, 1001, 5000, 5001 }.Select(length => new string('t', length)), new string('m', 340) + "@example.org", new string('m', 330) + "@example.org",
    ];

    private static readonly (string Name, Action<XElement> Change)[] OfAnElement =
    [
        ("removed", e => e.Remove()),
        ("twice", e => e.AddAfterSelf(new XElement(e))),
        ("after the next", e =>
        {
            if (e.ElementsAfterSelf().FirstOrDefault() is not { } next) return;
            e.Remove();
            next.AddAfterSelf(e);
        }),
        ("first of its parent", e =>
        {
            var parent = e.Parent!;
            e.Remove();
            parent.AddFirst(e);
        }),
        ("last of its parent", e =>
        {
            var parent = e.Parent!;
            e.Remove();
            parent.Add(e);
        }),
        ("renamed", e => e.Name = e.Name.Namespace + "unheard-of"),
        ("of another namespace", e => e.Name = (XNamespace)"http://www.orcid.org/ns/funding" + e.Name.LocalName),
        ("of no namespace", e => e.Name = e.Name.LocalName),
        ("of the other namespace", e => e.Name = (e.Name.Namespace == Common ? "http://www.orcid.org/ns/work" : Common) + e.Name.LocalName),
    ];

    private static readonly (string Name, Action<XElement> Change)[] OfContent =
    [
        ("with an unknown child", e => e.Add(new XElement(Common + "unheard-of"))),
        ("with a title inside", e => e.Add(new XElement(Common + "title", "T"))),
        ("with a date before all", e => e.AddFirst(new XElement(Common + "created-date", "2017-07-17T16:13:51.440Z"))),
        ("with words between", e => e.Add(new XText("stray words"))),
        ("with white space between", e => e.Add(new XText(" \n "))),
        ("with a comment", e => e.Add(new XComment("nothing"))),
        ("emptied of elements", e => e.Elements().Remove()),
        ("with an unknown attribute", e => e.SetAttributeValue("colour", "red")),
        ("with a visibility", e => e.SetAttributeValue("visibility", "limited")),
        ("with a wrong visibility", e => e.SetAttributeValue("visibility", "shown")),
        ("with a put-code", e => e.SetAttributeValue("put-code", " 12 ")),
        ("with a wrong put-code", e => e.SetAttributeValue("put-code", "12a")),
        ("with a language", e => e.SetAttributeValue("language-code", "en")),
        ("with a transient mark", e => e.SetAttributeValue("transient", "true")),
        ("with a wrong transient mark", e => e.SetAttributeValue("transient", "false")),
        ("with a foreign attribute", e => e.SetAttributeValue(Common + "visibility", "public")),
        ("with a schema location", e => e.SetAttributeValue(XName.Get("schemaLocation", "http://www.w3.org/2001/XMLSchema-instance"), "a b")),
        ("said to be nil", e => e.SetAttributeValue(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance"), "true")),
        ("without attributes", e => e.Attributes().Where(a => !a.IsNamespaceDeclaration).Remove()),
    ];

    /// <returns>Each changed copy with what was done to which element.</returns>
    public static IEnumerable<(string What, XElement Work)> Of(XElement work)
    {
        var elements = work.DescendantsAndSelf().ToList();
        for (var i = 0; i < elements.Count; i++)
        {
            var isLeaf = !elements[i].HasElements;
            foreach (var (name, change) in (i == 0 ? [] : OfAnElement).Concat(OfContent)) yield return Changed(i, name, change);
            if (isLeaf) foreach (var text in Texts) yield return Changed(i, $"saying '{text}'", e => e.Value = text);
        }

        (string, XElement) Changed(int i, string name, Action<XElement> change)
        {
            var copy = new XElement(work);
            var element = copy.DescendantsAndSelf().ElementAt(i);
            var what = $"{element.Name.LocalName} {name}";
            change(element);
            return (what, copy);
        }
    }
}
