namespace OrcidPortal.Mapping;

/// <summary>A problem in words for people.</summary>
/// <param name="What">What is wrong, a whole sentence.</param>
/// <param name="HowToFix">What to do, a whole sentence.</param>
/// <param name="FieldName">The field as people call it: <c>publication date</c>.</param>
public sealed record ProblemSentence(string What, string HowToFix, string FieldName);
