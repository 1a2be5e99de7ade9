namespace OrcidPortal.Records.Vocabularies;

/// <summary>Looks at what the lines of a file would do to the vocabularies. Pure.</summary>
internal static class VocabularyPlanning
{
    // More than these are listed once, not in each line.
    private const int FewTargets = 12;
    private const int LongestWord = 200;

    public static VocabularyPlan Run(VocabularySnapshot words, IEnumerable<VocabularyFileLine> lines)
    {
        var first = new Dictionary<(string, string), VocabularyChange>();
        var all = lines.Select(line => Look(words, line, first)).ToList();
        // A word with a scheme follows the bare word: where a line changes that one, what another line says of it has to be said, too.
        var then = words.With(all.Where(Changes).Select(l => (l.Vocabulary, l.Word, l.After)));
        for (var n = 0; n < all.Count; n++)
            if (all[n] is { Outcome: FileOutcome.Same } line && first.TryGetValue((line.Vocabulary, line.Word), out var said) && ReferenceEquals(said, line)
                && then.Resolve(line.Vocabulary, line.Word) != line.After)
                all[n] = line with { Outcome = FileOutcome.Changed };
        return new VocabularyPlan(all, words.Version);
    }

    public static bool Changes(VocabularyChange line) => line.Outcome is FileOutcome.New or FileOutcome.Changed;

    private static VocabularyChange Look(VocabularySnapshot words, VocabularyFileLine line, Dictionary<(string, string), VocabularyChange> first)
    {
        var vocabulary = VocabularyNames.All.FirstOrDefault(n => string.Equals(n, line.Vocabulary?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (vocabulary is null)
            return Refused(line, string.IsNullOrWhiteSpace(line.Vocabulary) ? $"Name the vocabulary: {All(VocabularyNames.All)}." : $"There is no vocabulary “{Short(line.Vocabulary)}”. They are {All(VocabularyNames.All)}.");
        var key = VocabularyKeys.Of(line.Word);
        if (key.Length == 0) return Refused(line, "Give the word as the source writes it.");
        if (key.Length >= LongestWord && line.Word!.Trim().Length > LongestWord) return Refused(line, $"A word may have up to {LongestWord} characters.");
        if (key.Any(char.IsControl)) return Refused(line, "There are characters in this word that cannot be shown. Write it anew.");
        var (now, cell) = (words.Resolve(vocabulary, key), line.Target?.Trim());
        if (string.IsNullOrEmpty(cell)) return new VocabularyChange(line.Line, FileOutcome.Same, vocabulary, key, now, now);
        var target = Target(vocabulary, cell);
        if (target is null && !string.Equals(cell, VocabularyPlan.None, StringComparison.OrdinalIgnoreCase)) return Refused(line, $"“{Short(cell)}” is not one of ORCID’s words here. {Allowed(vocabulary)}");
        if (target is null && !VocabularyNames.MayBeNothing(vocabulary)) return Refused(line, $"Something must be said here. {Allowed(vocabulary)}");
        if (first.TryGetValue((vocabulary, key), out var before))
            return before.After == target ? before with { Line = line.Line, Outcome = FileOutcome.Same } : Refused(line, $"Line {before.Line} says something else of this word.");
        var outcome = target == now ? FileOutcome.Same : now is null && !words.Says(vocabulary, key) ? FileOutcome.New : FileOutcome.Changed;
        return first[(vocabulary, key)] = new VocabularyChange(line.Line, outcome, vocabulary, key, now, target);
    }

    private static string? Target(string vocabulary, string cell)
    {
        var targets = VocabularySnapshot.Targets(vocabulary);
        return targets.Contains(cell, StringComparer.Ordinal) ? cell : targets.FirstOrDefault(t => string.Equals(t, cell, StringComparison.OrdinalIgnoreCase));
    }

    private static string Allowed(string vocabulary)
    {
        var targets = VocabularySnapshot.Targets(vocabulary);
        var nothing = VocabularyNames.MayBeNothing(vocabulary) ? $", or “{VocabularyPlan.None}” where ORCID has nothing for it" : "";
        return targets.Count <= FewTargets ? $"Use {All(targets)}{nothing}." : $"Use one of the {targets.Count} that are listed below{nothing}.";
    }

    private static string All(IReadOnlyList<string> words) => $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    private static string Short(string text) => text.Trim() is { Length: > 60 } cut ? cut[..60] + "…" : text.Trim();

    private static VocabularyChange Refused(VocabularyFileLine line, string sentence) =>
        new(line.Line, FileOutcome.Refused, Short(line.Vocabulary ?? ""), Short(line.Word ?? ""), null, null, sentence);
}
