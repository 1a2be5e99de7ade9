namespace OrcidPortal.Security;

/// <summary>Settings <c>Api:*</c>.</summary>
internal sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>Who may call the REST API (<c>Api:Keys:0:Key</c>, <c>Role</c>, <c>Name</c>). None by default.</summary>
    public List<ApiKeySetting> Keys { get; } = [];
}

/// <summary>One key.</summary>
internal sealed class ApiKeySetting
{
    /// <summary>The secret, 16 characters or more (in Development any). No default.</summary>
    public string Key { get; set; } = "";

    /// <summary>Curator or Admin.</summary>
    public string Role { get; set; } = "";

    /// <summary>Whose key it is, as history and audit show it; 1 to 100 characters.</summary>
    public string Name { get; set; } = "";
}
