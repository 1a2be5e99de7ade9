namespace OrcidPortal.Mapping.Matching;

/// <summary>
/// Says which of our works a work at ORCID is: by identifiers, then by title, year and type. <see cref="WorkMatch.Sure"/> links without asking, so everything that speaks against it
/// makes it a question: another identifier of the same kind, a year too far away, a type that does not go with the other, an erratum of the same title. Pure; made once for a list of works,
/// then asked from as many threads as one likes.
/// </summary>
public sealed class WorkMatcher
{
    private const double LikeEnough = 0.82;
    private const double SameTitle = 0.95;
    private const int MostCandidates = 5;

    /// <summary>How many of a title's words are looked for, the rarest first.</summary>
    private const int RareWords = 4;

    /// <summary>A word that so many titles have finds nothing.</summary>
    private const int MostOfOneWord = 400;

    private readonly List<Entry> _works;
    private readonly ILookup<string, int> _byOwn;
    private readonly ILookup<string, int> _byShared;
    private readonly ILookup<string, int> _byTitle;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);

    /// <param name="works">Our works; a match names their place in this list.</param>
    public WorkMatcher(IReadOnlyList<MatchableWork> works)
    {
        _works = [.. works.Select(w => new Entry(w))];
        _byOwn = _works.Index().SelectMany(w => w.Item.Own.Select(k => (Key: k, w.Index))).ToLookup(p => p.Key, p => p.Index, StringComparer.Ordinal);
        _byShared = _works.Index().SelectMany(w => w.Item.Shared.Select(k => (Key: k, w.Index))).ToLookup(p => p.Key, p => p.Index, StringComparer.Ordinal);
        _byTitle = _works.Index().Where(w => w.Item.Title.Text.Length > 0).SelectMany(w => new[] { w.Item.Title.Text, w.Item.Title.Main }.Distinct().Select(t => (Title: t, w.Index))).ToLookup(p => p.Title, p => p.Index, StringComparer.Ordinal);
        foreach (var (index, work) in _works.Index())
            foreach (var word in work.Title.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct())
            {
                if (!_byWord.TryGetValue(word, out var with)) _byWord[word] = with = [];
                // One more than are looked at, so that a common word is known as such.
                if (with.Count <= MostOfOneWord) with.Add(index);
            }
    }

    /// <summary>Which of the works this one is.</summary>
    public WorkMatch Match(MatchableWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var one = new Entry(work);
        var found = new Dictionary<int, Verdict>();
        foreach (var index in one.Own.SelectMany(k => _byOwn[k])) Keep(found, index, ByIdentifier(one, _works[index]));
        foreach (var index in one.Own.Concat(one.Shared).SelectMany(k => _byShared[k]).Concat(one.Shared.SelectMany(k => _byOwn[k]))) Keep(found, index, ByVersion(one, _works[index]));
        foreach (var index in Alike(one)) Keep(found, index, ByTitle(one, _works[index]));
        if (found.Count == 0) return new WorkMatch.None();
        var sure = found.Where(f => f.Value.IsSure).ToList();
        // Identifiers first. Two that are both sure are a question: which of our two is it?
        var strongest = sure.Where(f => f.Value.Reason == sure.Min(s => s.Value.Reason)).ToList();
        if (strongest is [var only]) return new WorkMatch.Sure(only.Key, only.Value.Reason);
        return new WorkMatch.Maybe([.. found.OrderByDescending(f => f.Value.IsSure).ThenByDescending(f => f.Value.Score).ThenBy(f => f.Key).Take(MostCandidates).Select(f => new MatchCandidate(f.Key, f.Value.Score, f.Value.Reason))]);
    }

    private static void Keep(Dictionary<int, Verdict> found, int index, Verdict? verdict)
    {
        if (verdict is null) return;
        if (!found.TryGetValue(index, out var known) || (verdict.IsSure && !known.IsSure) || (verdict.IsSure == known.IsSure && verdict.Score > known.Score)) found[index] = verdict;
    }

    /// <summary>Whoever types a DOI may type another one: the titles must have something in common.</summary>
    private static Verdict ByIdentifier(Entry one, Entry other)
    {
        var likeness = one.Title.Likeness(other.Title);
        var agrees = one.Title.Text.Length == 0 || other.Title.Text.Length == 0 || (likeness >= 0.5 && one.Title.Kind == other.Title.Kind);
        return new Verdict(agrees, Math.Max(0.5, likeness), MatchReason.Identifier);
    }

    private static Verdict ByVersion(Entry one, Entry other)
    {
        var likeness = one.Title.Likeness(other.Title);
        return new Verdict(likeness >= SameTitle && one.Title.Kind == other.Title.Kind, Math.Max(0.5, likeness), MatchReason.Version);
    }

    private static Verdict? ByTitle(Entry one, Entry other)
    {
        var likeness = one.Title.Likeness(other.Title);
        if (likeness < LikeEnough || one.Title.Kind != other.Title.Kind || IsNumbered(one.Title.Text, other.Title.Text)) return null;
        var apart = one.Year is { } a && other.Year is { } b ? Math.Abs(a - b) : (int?)null;
        if (apart > 5 && likeness < SameTitle) return null;
        var share = Share(one.Families, other.Families);
        if (share == false && likeness < 1) return null;
        var types = TypesOf(one.Work.Type, other.Work.Type);
        var sure = likeness >= SameTitle && one.Title.Tells && other.Title.Tells && apart <= 1 && types == true && share != false && !Contradict(one, other);
        var score = likeness - (0.03 * Math.Min(5, apart ?? 2)) - (types == false ? 0.1 : 0) - (share == false ? 0.15 : 0);
        return score < 0.7 ? null : new Verdict(sure, score, MatchReason.Title);
    }

    /// <summary>"Part 1" and "Part 2" are two works, however alike.</summary>
    private static bool IsNumbered(string one, string other)
    {
        if (one == other) return false;
        var (a, b) = (one.Split(' '), other.Split(' '));
        if (a.Length != b.Length) return false;
        var differ = a.Zip(b).Where(p => p.First != p.Second).ToList();
        return differ.Count > 0 && differ.TrueForAll(p => IsNumber(p.First) && IsNumber(p.Second));
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit) || (word.Length <= 5 && word.All(c => c is 'i' or 'v' or 'x')) || word.Length == 1;

    /// <summary>Each has an identifier of its own of the same kind, and they are not the same: two works, or two copies of one.</summary>
    private static bool Contradict(Entry one, Entry other)
    {
        foreach (var key in one.Own)
        {
            var kind = key[..(key.IndexOf(':', StringComparison.Ordinal) + 1)];
            if (other.Own.Exists(k => k.StartsWith(kind, StringComparison.Ordinal)) && !other.Own.Contains(key)) return true;
        }
        return false;
    }

    /// <summary>True: the same, or one says nothing. False: never the same. Null: may be, such as a preprint and its article.</summary>
    private static bool? TypesOf(string? one, string? other)
    {
        if (one is null or "other" or "undefined" || other is null or "other" or "undefined" || one == other) return true;
        var (a, b) = (GroupOf(one), GroupOf(other));
        return a is null || b is null ? null : a == b ? null : false;
    }

    private static string? GroupOf(string type) => type switch
    {
        "journal-article" or "preprint" or "working-paper" or "conference-paper" or "review" or "report" or "newsletter-article" or "magazine-article" or "newspaper-article" or "conference-output" => "text",
        "book" or "edited-book" or "dissertation-thesis" or "manual" => "book",
        "data-set" or "software" or "image" or "moving-image" or "sound" => "data",
        _ => null,
    };

    /// <summary>Whether they have a family name in common; null where one of them names nobody.</summary>
    private static bool? Share(HashSet<string> one, HashSet<string> other) => one.Count == 0 || other.Count == 0 ? null : one.Overlaps(other);

    /// <summary>Works of the same title or with its rarest words.</summary>
    private IEnumerable<int> Alike(Entry one)
    {
        if (one.Title.Text.Length == 0) return [];
        var same = _byTitle[one.Title.Text].Concat(_byTitle[one.Title.Main]);
        if (!one.Title.Tells) return same.Distinct();
        var rare = one.Title.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(w => _byWord.GetValueOrDefault(w)).OfType<List<int>>()
            .Where(with => with.Count <= MostOfOneWord).OrderBy(with => with.Count).Take(RareWords);
        return same.Concat(rare.SelectMany(with => with)).Distinct();
    }

    private sealed class Entry
    {
        public Entry(MatchableWork work)
        {
            Work = work;
            Title = MatchTitle.Of(work.Title, work.Subtitle);
            Own = [.. MatchIds.OwnOf(work)];
            Shared = [.. MatchIds.SharedOf(work).Distinct()];
            Families = [.. work.FamilyNames.Select(n => MatchTitle.Of(n).Text).Where(n => n.Length > 0)];
        }

        public MatchableWork Work { get; }
        public MatchTitle Title { get; }
        public int? Year => Work.Year;
        public List<string> Own { get; }
        public List<string> Shared { get; }
        public HashSet<string> Families { get; }
    }

    private sealed record Verdict(bool IsSure, double Score, MatchReason Reason);
}
