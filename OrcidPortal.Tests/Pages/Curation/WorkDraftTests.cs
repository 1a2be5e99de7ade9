using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Records;

namespace OrcidPortal.Tests.Pages.Curation;

public sealed class WorkDraftTests
{
    private static readonly RecordFields Seen = new()
    {
        Title = "First", PublicationDate = "2024", ExternalIds = [new FieldIdentifier("doi", "10.1000/1"), new FieldIdentifier("isbn", "9783161484100")],
        Contributors = [new FieldContributor("a", "Ada Lovelace", "author"), new FieldContributor("b", "Ben Byron", "author")],
    };

    [Fact]
    public void What_is_typed_and_taken_back_is_no_change()
    {
        var draft = new WorkDraft(Seen);

        draft.Type(FieldPaths.Title, "Second");
        var typed = (draft.Changes, draft.Fields().Title);
        draft.Type(FieldPaths.Title, "First ");

        typed.ShouldBe((1, "Second"));
        draft.Changes.ShouldBe(0);
        draft.Requests().ShouldBeEmpty();
        draft.Fields().ShouldBe(Seen);
    }

    [Fact]
    public void Requests_remove_first_then_replace_then_add()
    {
        var draft = new WorkDraft(Seen);
        draft.Identifiers.Add(new ElementDraft<FieldIdentifier>(null, new FieldIdentifier("doi", "10.1000/3")));
        draft.Identifiers[0].Value = new FieldIdentifier("doi", "10.1000/2");
        draft.Identifiers[1].Removed = true;
        draft.Type(FieldPaths.PublicationDate, " ");

        draft.Requests().Select(r => $"{r.Op} {r.Field} {r.Key}").ShouldBe(
            ["Remove publication-date ", "Remove external-ids isbn:9783161484100", "Replace external-ids doi:10.1000/1", "Add external-ids "]);
        draft.Changes.ShouldBe(4);
    }

    [Fact]
    public void An_element_that_is_added_and_removed_again_asks_for_nothing()
    {
        var draft = new WorkDraft(Seen);

        draft.Contributors.Add(new ElementDraft<FieldContributor>(null, new FieldContributor("new:1", "Carl", "author")) { Removed = true });

        draft.Changes.ShouldBe(0);
        draft.Fields().ShouldBe(Seen);
    }

    [Fact]
    public void Nothing_typed_is_lost_when_the_record_changed_under_it()
    {
        var draft = new WorkDraft(Seen);
        draft.Type(FieldPaths.Title, "Mine");
        draft.Identifiers[0].Value = new FieldIdentifier("doi", "10.1000/mine");
        draft.Contributors[1].Removed = true;
        draft.Contributors.Add(new ElementDraft<FieldContributor>(null, new FieldContributor("new:1", "Carl", "editor")));

        draft.Rebase(Seen with { Title = "Theirs", PublicationDate = "2025", ExternalIds = [new FieldIdentifier("isbn", "9783161484100")], Contributors = [Seen.Contributors[0]] });

        draft.Text(FieldPaths.Title).ShouldBe("Mine");
        draft.Text(FieldPaths.PublicationDate).ShouldBe("2025");
        draft.Fields().ExternalIds.Select(i => i.Value).ShouldBe(["9783161484100", "10.1000/mine"]);
        draft.Fields().Contributors.Select(c => c.Name).ShouldBe(["Ada Lovelace", "Carl"]);
        draft.Requests().Select(r => $"{r.Op} {r.Field}").ShouldBe(["Replace title", "Add external-ids", "Add contributors"]);
    }

    [Fact]
    public void What_somebody_else_saved_the_same_is_no_change_any_more()
    {
        var draft = new WorkDraft(Seen);
        draft.Type(FieldPaths.Title, "Both");

        draft.Rebase(Seen with { Title = "Both" });

        draft.Changes.ShouldBe(0);
    }

    [Fact]
    public void Discarding_shows_the_record_again()
    {
        var draft = new WorkDraft(Seen);
        draft.Type(FieldPaths.Title, "Mine");
        draft.Identifiers.Clear();
        draft.Contributors[0].Removed = true;

        draft.Discard();

        draft.Fields().ShouldBe(Seen);
        draft.Changes.ShouldBe(0);
    }
}
