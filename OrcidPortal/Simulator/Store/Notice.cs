namespace OrcidPortal.Simulator.Store;

/// <summary>A line in a person's ORCID inbox: a client has changed the record.</summary>
/// <param name="At">When.</param>
/// <param name="ClientId">Who.</param>
/// <param name="Action">What was done: <c>create</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="Section">To which kind of item.</param>
/// <param name="Items">To which ones: a bulk makes one line for all.</param>
internal sealed record Notice(DateTimeOffset At, string ClientId, string Action, string Section, IReadOnlyList<NoticeItem> Items);

/// <summary>An item that a notice is about.</summary>
internal sealed record NoticeItem(long PutCode, string Title);
