namespace OrcidPortal.Simulator.Store;

/// <summary>One change to be written down: the new value of a key, or null when it was removed.</summary>
internal sealed record JournalEntry(string Set, string Key, object? Value)
{
    public const string People = "person";
    public const string Items = "item";
    public const string Notices = "notice";
    public const string PermissionRequests = "permission-request";
    public const string Organizations = "organization";
    public const string Tokens = "token";
    public const string Codes = "code";
    public const string Browsers = "browser";
    public const string Webhooks = "webhook";
    public const string Calls = "call";
    public const string Clients = "client";
    public const string Keys = "key";
    public const string Clock = "clock";
    public const string PutCodes = "put-code";
}
