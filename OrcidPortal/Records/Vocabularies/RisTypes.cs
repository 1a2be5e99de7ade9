namespace OrcidPortal.Records.Vocabularies;

/// <summary>Types (<c>TY</c>) of RIS. <c>GEN</c>, <c>UNPB</c>, letters, talks with people and legal types are left out on purpose: they do not say what a work is, so somebody has to.</summary>
internal static class RisTypes
{
    internal static readonly IReadOnlyDictionary<string, string> Table = new Dictionary<string, string>
    {
        ["abst"] = "conference-abstract", ["aggr"] = "data-set", ["advs"] = "moving-image", ["art"] = "artistic-performance", ["blog"] = "blog-post", ["book"] = "book", ["chap"] = "book-chapter",
        ["chart"] = "image", ["clswk"] = "book", ["govdoc"] = "report", ["pod"] = "sound",
        ["comp"] = "software", ["conf"] = "conference-proceedings", ["cpaper"] = "conference-paper", ["ctlg"] = "book", ["data"] = "data-set", ["dbase"] = "data-set", ["dict"] = "dictionary-entry",
        ["ebook"] = "book", ["echap"] = "book-chapter", ["edbook"] = "edited-book", ["ejour"] = "journal-article", ["elec"] = "online-resource", ["encyc"] = "encyclopedia-entry",
        ["figure"] = "image", ["grant"] = "other", ["inpr"] = "journal-article", ["jfull"] = "journal-issue", ["jour"] = "journal-article", ["mansr"] = "working-paper", ["map"] = "cartographic-material",
        ["mgzn"] = "magazine-article", ["mpct"] = "moving-image", ["multi"] = "online-resource", ["music"] = "musical-composition", ["news"] = "newspaper-article", ["pamp"] = "book",
        ["pat"] = "patent", ["rprt"] = "report", ["ser"] = "book", ["slide"] = "conference-presentation", ["sound"] = "sound", ["stand"] = "technical-standard", ["std"] = "technical-standard",
        ["thes"] = "dissertation-thesis", ["video"] = "moving-image", ["web"] = "website",
    };
}
