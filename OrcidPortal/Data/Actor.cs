namespace OrcidPortal.Data;

/// <summary>Who does something: a signed-in account, an API key, or the portal itself.</summary>
/// <param name="Kind">Account, ApiKey, System or CommandLine.</param>
/// <param name="Id">The account's id, the key's name, or the job's name.</param>
/// <param name="Name">As history and audit show it.</param>
/// <param name="PersonId">The person the account belongs to, where it does.</param>
public sealed record Actor(ActorKind Kind, string Id, string Name, Guid? PersonId = null)
{
    /// <summary>A job or the planner, acting for nobody.</summary>
    /// <param name="job">The job's name, for example <c>push</c>.</param>
    public static Actor System(string job) => new(ActorKind.System, job, "OrcidPortal");

    /// <summary>Somebody at the command line of the server.</summary>
    public static Actor CommandLine { get; } = new(ActorKind.CommandLine, "command-line", "Command line");
}

public enum ActorKind { System, Account, ApiKey, CommandLine }
