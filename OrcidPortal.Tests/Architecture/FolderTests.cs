using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OrcidPortal.Tests.Architecture;

public sealed partial class FolderTests
{
    private static readonly string Checkout = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    [Theory]
    [InlineData("OrcidPortal")]
    [InlineData("OrcidPortal.Tests")]
    [InlineData("OrcidPortal.E2E")]
    public void The_namespace_of_a_file_is_its_folder(string project)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Checkout, project), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout, file)).Where(file => !Generated().IsMatch(file)).ToList();

        var wrong = from file in files
                    let expected = Path.GetDirectoryName(file)!.Replace(Path.DirectorySeparatorChar, '.')
                    let found = Namespace().Match(File.ReadAllText(Path.Combine(Checkout, file))).Groups[1].Value
                    where found != expected && !(found == "" && file.EndsWith("Program.cs", StringComparison.Ordinal))
                    select $"{file} is in namespace {found}";

        files.ShouldNotBeEmpty();
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Tests_stand_in_the_rooms_they_test()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Checkout, "OrcidPortal.Tests")).Select(d => Path.GetFileName(d));

        folders.Except(House.Rooms).Except(["Architecture", "Infrastructure", "bin", "obj", "TestResults"]).ShouldBeEmpty();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"[\\/](bin|obj|Migrations|TestResults)[\\/]")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
