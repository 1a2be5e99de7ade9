namespace OrcidPortal.Simulator.OAuth;

/// <summary>Answers given beforehand to the next question for a person, so that nobody has to click. Each serves once and is not kept over a restart.</summary>
internal sealed class Consents
{
    private readonly Lock gate = new();
    private readonly List<Consent> waiting = [];

    public void Add(Consent consent)
    {
        lock (gate) waiting.Add(consent);
    }

    public void Clear()
    {
        lock (gate) waiting.Clear();
    }

    /// <param name="orcid">Who is asked, as far as known; null: whoever has an answer waiting.</param>
    public Consent? Take(string? orcid)
    {
        lock (gate)
        {
            var i = waiting.FindIndex(c => orcid is null || c.Orcid == orcid);
            if (i < 0) return null;
            var consent = waiting[i];
            waiting.RemoveAt(i);
            return consent;
        }
    }
}

/// <summary>What a person will answer.</summary>
/// <param name="Orcid">Who.</param>
/// <param name="Scope">What is given instead of what is asked for; null: what is asked for.</param>
/// <param name="Deny">Whether it is a no.</param>
internal sealed record Consent(string Orcid, string? Scope = null, bool Deny = false);
