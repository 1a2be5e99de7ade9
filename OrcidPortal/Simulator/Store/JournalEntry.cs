namespace OrcidPortal.Simulator.Store;

/// <summary>One change to be written down: the new value of a key, or null when it was removed.</summary>
internal sealed record JournalEntry(string Set, string Key, object? Value)
{
    public const string People = "person";
    public const string Works = "work";
    public const string Tokens = "token";
    public const string Codes = "code";
    public const string Browsers = "browser";
    public const string Calls = "call";
    public const string Clients = "client";
    public const string Keys = "key";
    public const string PutCodes = "put-code";
}
