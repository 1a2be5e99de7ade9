namespace OrcidPortal.Simulator.Rules;

/// <summary>A value, or why there is none.</summary>
internal readonly record struct Answer<T>(T? Value, ApiError? Error)
    where T : class
{
    public Answer(T value) : this(value, null)
    {
    }

    public static implicit operator Answer<T>(T value) => new(value);

    public static implicit operator Answer<T>(ApiError error) => new(null, error);
}
