namespace OrcidPortal.Pages.Curation;

/// <summary>An identifier or contributor while it is edited.</summary>
/// <param name="originalKey">Its key in the record; null: it was added here.</param>
/// <param name="original">As it was.</param>
public sealed class ElementDraft<T>(string? originalKey, T original) where T : class
{
    public string? OriginalKey => originalKey;
    public T Value { get; set; } = original;

    /// <summary>As it was.</summary>
    public T Original { get; } = original;
    public bool Removed { get; set; }

    public bool IsNew => originalKey is null;
    public bool IsChanged => IsNew ? !Removed : Removed || !Value.Equals(Original);
}
