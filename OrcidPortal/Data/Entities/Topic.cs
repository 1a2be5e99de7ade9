namespace OrcidPortal.Data.Entities;

/// <summary>Something pages watch: a person, or a kind of page. Its version rises when they should look again.</summary>
public sealed class Topic
{
    /// <summary><c>person:{id}</c>, <c>imports</c>, <c>curation</c>, <c>overview</c>; up to 100 characters.</summary>
    public required string Key { get; init; }
    public long Version { get; set; }
}
