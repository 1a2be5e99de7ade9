namespace OrcidPortal.Simulator;

internal static partial class SimulatorLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The registry simulator knows {Accounts} accounts. This is not orcid.org.")]
    public static partial void Ready(ILogger logger, int accounts);
}
