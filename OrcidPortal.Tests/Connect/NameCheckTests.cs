using OrcidPortal.Connect;

namespace OrcidPortal.Tests.Connect;

/// <summary>When a curator is asked whether an iD is really this person's.</summary>
public sealed class NameCheckTests
{
    [Theory]
    [InlineData("Josiah", "Carberry", "Josiah Carberry")]
    [InlineData("Josiah", "Carberry", "CARBERRY, Josiah")]
    [InlineData("Josiah", "Carberry", "J. Carberry")]
    [InlineData("Josiah", "Carberry", "Josiah Stinkney Carberry")]
    [InlineData("J. S.", "Carberry", "Josiah Stinkney Carberry")]
    [InlineData("Zoë", "Müller-Łęcka", "Zoe Muller Lecka")]
    [InlineData("Jan", "van der Berg", "J. van der Berg")]
    [InlineData("Søren", "Ørsted", "Soren Orsted")]
    [InlineData("Xiao Ming", "Lin", "Xiaoming Lin")]
    [InlineData("Xiaoming", "Lin", "Lin Xiaoming")]
    [InlineData("Conan", "O'Brien", "Conan O’Brien")]
    [InlineData("María", "García López", "María García")]
    [InlineData("", "Suharto", "Suharto")]
    [InlineData("晓明", "林", "林晓明")]
    public void Spellings_of_one_name_are_alike(string given, string family, string atOrcid) => NameCheck.IsAlike(given, family, atOrcid).ShouldBeTrue();

    [Theory]
    [InlineData("Josiah", "Carberry", "Laurel L. Haak")]
    [InlineData("Josiah", "Carberry", "Mary Carberry")]
    [InlineData("Josiah", "Carberry", "Josiah Smith")]
    [InlineData("Josiah", "Carberry", "Josiah")]
    [InlineData("Josiah", "Carberry", "Carberry")]
    [InlineData("Josiah", "Carberry", "J. C.")]
    [InlineData("Josiah", "Carberry", "")]
    [InlineData("Josiah", "Carberry", "!!!")]
    [InlineData("Wei", "Wang", "王伟")]
    public void Other_names_are_for_a_curator_to_look_at(string given, string family, string atOrcid) => NameCheck.IsAlike(given, family, atOrcid).ShouldBeFalse();
}
