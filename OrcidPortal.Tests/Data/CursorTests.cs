using OrcidPortal.Data;

namespace OrcidPortal.Tests.Data;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_gives_back_what_it_was_made_of()
    {
        string[] values = ["größe \"x\", [y]", "", "0195c3a0-0000-7000-8000-000000000001"];

        var cursor = Cursor.Of(values);

        Cursor.Read(cursor, 3).ShouldBe(values);
        Uri.EscapeDataString(cursor).ShouldBe(cursor);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_cursor_means_the_beginning(string? cursor)
    {
        Cursor.Read(cursor, 2).ShouldBeNull();
        Cursor.ReadGuid(cursor).ShouldBeNull();
        Cursor.ReadLong(cursor).ShouldBeNull();
    }

    [Theory]
    [InlineData("not a cursor")]
    [InlineData("####")]
    [InlineData("bnVsbA")] // null
    [InlineData("e30")] // {}
    [InlineData("W251bGwsbnVsbF0")] // [null,null]
    [InlineData("WyJvbmUiXQ")] // ["one"]
    [InlineData("gICA")] // bytes that are not UTF-8
    public void A_cursor_that_no_list_gave_out_is_refused(string cursor)
    {
        Should.Throw<InvalidCursorException>(() => Cursor.Read(cursor, 2));
        Should.Throw<InvalidCursorException>(() => Cursor.ReadGuid(cursor));
        Should.Throw<InvalidCursorException>(() => Cursor.ReadLong(cursor));
    }

    [Fact]
    public void A_page_has_a_next_one_only_where_a_row_is_left()
    {
        var full = Page<int>.Cut([1, 2, 3], size: 2, n => Cursor.Of($"{n}"));
        var last = Page<int>.Cut([4, 5], size: 2, n => Cursor.Of($"{n}"));

        full.Items.ShouldBe([1, 2]);
        Cursor.ReadLong(full.Next).ShouldBe(2);
        last.Items.ShouldBe([4, 5]);
        last.Next.ShouldBeNull();
    }
}
