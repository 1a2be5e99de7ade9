using OrcidPortal.Commands.Generation;

namespace OrcidPortal.Tests.Commands.Generation;

public sealed class WorkSharesTests
{
    [Fact]
    public void Half_of_the_people_have_forty_works_some_two_thousand_and_one_as_many_as_fit()
    {
        var shares = WorkShares.Of(new Random(1), 10_000, 1_000_000);

        shares.Sum().ShouldBe(1_000_000);
        shares.Order().ElementAt(5000).ShouldBeInRange(35, 45);
        shares.Count(s => s >= 2000).ShouldBeInRange(5, 60);
        shares.Max().ShouldBe(GenerateOptions.MostWorks);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 9_900)]
    [InlineData(3, 29_700)]
    [InlineData(50, 7)]
    [InlineData(100, 990_000)]
    public void All_works_find_an_owner(int people, int works)
    {
        var shares = WorkShares.Of(new Random(1), people, works);

        shares.Sum().ShouldBe(works);
        shares.ShouldAllBe(s => s >= 0 && s <= GenerateOptions.MostWorks);
    }
}
