namespace OrcidPortal.E2E;

public sealed class SmokeTests
{
    [Fact]
    public void The_program_is_reachable() => typeof(Program).Assembly.GetName().Name.ShouldBe("OrcidPortal");
}
